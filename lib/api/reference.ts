import type { z } from 'zod';
import type { ApiScope } from '@/lib/auth/apiScopes';
import type { ApiFormat } from './apiFormat';
import type { ApiRoute, OperationId } from './apiRoute';
import { jsonSchema, scopesOf } from './openApiDocument';
import { isListField } from './readQuery';

/** What the reference shows of one address, in plain data. */
export interface OperationFacts {
  operationId: OperationId;
  path: string;
  /** None: open to anybody. */
  scope: ApiScope | null;
  /** Needed beside it where a minute of the past is asked. */
  pastScope: ApiScope | null;
  /** In requests. */
  cost: number;
  /** The same of a stream; null: no more than that. */
  streamCost: number | null;
  formats: readonly ApiFormat[];
  parameters: ParameterFacts[];
  /** Of the tables that it gives. */
  columns: string[];
  /** The address of an example, from the slash. */
  example: string;
}

export interface ParameterFacts {
  name: string;
  /** What it means: words under apiDocs.parameter. */
  words: ParameterWords;
  isRequired: boolean;
  /** Each value it can have, or its type and range. */
  values: string;
  byDefault: string | null;
}

/** Most are called as the parameter; the same name can mean two things. */
export const PARAMETER_WORDS = [
  ...(['format', 'stationId', 'stationIds', 'at', 'district', 'severity', 'covered'] as const),
  ...(['level', 'from', 'to', 'limit', 'cursor', 'days', 'fromDay', 'toDay'] as const),
  ...(['kind', 'fromH', 'toH', 'by'] as const),
] as const;
export type ParameterWords = (typeof PARAMETER_WORDS)[number];

/** The facts of an address, from what its handler validates by. */
export function operationFacts(route: ApiRoute): OperationFacts {
  const { operationId, path, cost, streamCost = null, formats, example } = route;
  const [scope = null, pastScope = null] = scopesOf(route);
  const fields = { ...route.params.shape, ...route.query.shape };
  return {
    ...{ operationId, path, scope, pastScope, cost, streamCost, formats },
    parameters: Object.entries(fields).map(([name, field]) =>
      parameterFacts(name, field as z.ZodType, route),
    ),
    columns: Object.keys(route.row?.shape ?? {}),
    example: example === '' ? path : `${path}?${example}`,
  };
}

function parameterFacts(name: string, field: z.ZodType, { params }: ApiRoute): ParameterFacts {
  const schema = jsonSchema(field, 'input') as ParameterSchema;
  return {
    name,
    words: wordsOf(name, field, schema),
    isRequired: name in params.shape || !field.safeParse(undefined).success,
    values: valuesOf(schema),
    byDefault: schema.default === undefined ? null : String(schema.default),
  };
}

interface ParameterSchema {
  type?: string;
  format?: string;
  enum?: string[];
  default?: unknown;
  minimum?: number;
  maximum?: number;
}

function wordsOf(name: string, field: z.ZodType, { format }: ParameterSchema): ParameterWords {
  if (format === 'date') return `${name as 'from' | 'to'}Day`;
  if (name === 'stationId' && isListField(field)) return 'stationIds';
  return name as ParameterWords;
}

function valuesOf({ type, format, enum: choices, minimum, maximum }: ParameterSchema): string {
  if (choices) return choices.join(', ');
  if (minimum !== undefined && maximum !== undefined) return `${minimum}–${maximum}`;
  return type === 'array' ? 'string …' : (format ?? type ?? '');
}
