import { z } from 'zod';
import { defineRoute, NO_PARAMS, queryOf } from '../apiRoute';
import { aboutFields, spanFields, utcField } from '../fields';

const FORMATS = ['json', 'ndjson', 'csv', 'parquet'] as const;

const gapRowSchema = z.strictObject({ from: utcField, to: utcField });

export const historyGapsRoute = defineRoute({
  path: '/api/v1/history/gaps',
  operationId: 'listHistoryGaps',
  summary: 'Where nobody looked at the city during a span: no row of then is to be believed.',
  permission: 'history.read',
  params: NO_PARAMS,
  query: queryOf(FORMATS, spanFields),
  formats: FORMATS,
  answer: z.strictObject({ ...aboutFields, gaps: z.array(gapRowSchema) }),
  row: gapRowSchema,
  example: 'from=2026-11-01T00:00:00Z&to=2026-12-01T00:00:00Z',
  cost: 1,
  problems: ['unavailable'],
});
