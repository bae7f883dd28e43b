import { z } from 'zod';
import { defineRoute, NO_PARAMS, queryOf } from '../apiRoute';
import { aboutFields, spanFields, stationIdField, utcField } from '../fields';
import { statusFields } from '../stationRow';

const FORMATS = ['json', 'ndjson', 'csv', 'parquet'] as const;
const MAX_STATIONS = 200;
const MAX_PAGE_ROWS = 50_000;

export const historyRowSchema = z.strictObject({
  stationId: z.string(),
  at: utcField,
  ...statusFields,
  numBikesAvailable: z.int(),
  capacity: z.int().nullable(),
  tier: z
    .enum(['changes', 'hours'])
    .describe('changes: holds until the station’s next row. hours: what stood there on the hour.'),
});
export type HistoryRow = z.infer<typeof historyRowSchema>;

export const historyRoute = defineRoute({
  path: '/api/v1/history',
  operationId: 'listHistory',
  summary: 'Every observation of a span, of all stations or of some, by time and then by station.',
  description:
    'Each station’s state at the beginning comes first, under `from`. JSON comes in pages: ask again with `nextCursor` until it is null. NDJSON, CSV and Parquet are streamed whole.',
  permission: 'history.read',
  params: NO_PARAMS,
  query: queryOf(FORMATS, {
    ...spanFields,
    stationId: z
      .array(stationIdField)
      .max(MAX_STATIONS)
      .optional()
      .describe(`Only these stations; may stand up to ${MAX_STATIONS} times. Left out: all.`),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(MAX_PAGE_ROWS)
      .default(5_000)
      .describe('JSON alone: rows a page, after which it ends with the instant that it is in.'),
    cursor: z
      .string()
      .max(50)
      .optional()
      .describe('JSON alone: the nextCursor of the page before.'),
  }),
  formats: FORMATS,
  answer: z.strictObject({
    ...aboutFields,
    from: utcField,
    to: utcField,
    nextCursor: z.string().nullable().describe('null: this was the last page.'),
    history: z.array(historyRowSchema),
  }),
  row: historyRowSchema,
  example: 'from=2026-11-22T23:00:00Z&to=2026-11-23T23:00:00Z&format=parquet',
  cost: 2,
  streamCost: 10,
  problems: ['unavailable'],
});
