import { z } from 'zod';
import type { Permission } from '@/lib/auth/permissions';
import type { ProblemCode } from '@/lib/http/problem';
import type { ApiFormat } from './apiFormat';

/**
 * Everything that is promised of one address below /api/v1. The handler validates by it, the OpenAPI
 * document is written from it, and the tests hold the answers against it.
 */
export interface ApiRoute<
  Query extends z.ZodObject = z.ZodObject,
  Params extends z.ZodObject = z.ZodObject,
> {
  /** As OpenAPI writes it: `/api/v1/stations/{stationId}`. */
  path: `/api/v1/${string}`;
  /** What generated clients call it; also its words on /api-docs. */
  operationId: OperationId;
  summary: string;
  description?: string;
  /** null: open to anybody. */
  permission: Permission | null;
  /** Needed beside it where `at` is asked. */
  pastPermission?: Permission;
  params: Params;
  query: Query;
  /** The first is the one without a wish. Empty: not a table, JSON alone. */
  formats: readonly ApiFormat[];
  /** The answer as JSON. */
  answer: z.ZodType;
  /** What it holds many of, one a line, row or feature in the other formats. */
  row?: z.ZodObject;
  /** A query that shows what it is for, as after the question mark. */
  example: string;
  /** How much of a subject's pace it takes, in requests. */
  cost: number;
  /** The same of the formats that are streamed, where that is more. */
  streamCost?: number;
  /** What may be refused, beside what every address refuses. */
  problems: readonly ProblemCode[];
}

export const OPERATION_IDS = [
  ...(['listStations', 'getStation', 'listStatus', 'listDeficits', 'listDistricts'] as const),
  ...(['listHistory', 'listHistoryGaps', 'getHistoryReach'] as const),
  ...(['listInsightStations', 'listInsightDistricts', 'listInsightHours'] as const),
  ...(['listInsightWeeks', 'getOpenApi'] as const),
] as const;
export type OperationId = (typeof OPERATION_IDS)[number];

/** The query of an address with formats, beside its own fields. */
export function queryOf<Fields extends z.ZodRawShape>(
  formats: readonly [ApiFormat, ...ApiFormat[]],
  fields: Fields,
) {
  return z.strictObject({
    ...fields,
    format: z
      .enum(formats)
      .optional()
      .describe('Format of the answer; wins over the Accept header.'),
  });
}

/** The params of an address without any. */
export const NO_PARAMS = z.object({});

/** Keeps the exact types of a route's schemas. */
export function defineRoute<const Route extends ApiRoute>(route: Route): Route {
  return route;
}
