import { z } from 'zod';
import { defineRoute, NO_PARAMS, queryOf } from '../apiRoute';
import {
  insightAboutFields,
  insightQueryFields,
  lostField,
  shareField,
  totalFields,
} from './insightFields';

const FORMATS = ['json', 'csv', 'ndjson', 'parquet'] as const;

/** All hours of all days are told: these two have nothing to choose. */
const { fromH: _fromH, toH: _toH, kind: _kind, ...periodFields } = insightQueryFields;

const hourFiguresSchema = z.strictObject({
  weekday: z.int().describe('1 Monday to 7 Sunday (ISO 8601).'),
  hour: z.int().describe('0 to 23, by the city’s clock.'),
  ...totalFields,
  emptyShare: shareField.nullable().describe('Empty of open minutes, 0 to 1; null: nothing known.'),
  lostADay: lostField.describe('Expected lost rentals in that hour, a day; null: no rates yet.'),
});

export const insightHoursRoute = defineRoute({
  path: '/api/v1/insights/hours',
  operationId: 'listInsightHours',
  summary: 'The hours of the week: how much of the open time was empty.',
  permission: 'insights.read',
  params: NO_PARAMS,
  query: queryOf(FORMATS, periodFields),
  formats: FORMATS,
  answer: z.strictObject({ ...insightAboutFields, hours: z.array(hourFiguresSchema) }),
  row: hourFiguresSchema,
  example: 'days=28',
  cost: 5,
  problems: ['unavailable'],
});
