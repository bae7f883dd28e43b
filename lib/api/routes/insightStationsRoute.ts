import { z } from 'zod';
import { defineRoute, NO_PARAMS, queryOf } from '../apiRoute';
import { utcField } from '../fields';
import {
  insightAboutFields,
  insightQueryFields,
  lostField,
  rankingField,
  shareField,
  totalFields,
} from './insightFields';

const FORMATS = ['json', 'csv', 'ndjson', 'parquet'] as const;

const stationFiguresSchema = z.strictObject({
  stationId: z.string(),
  name: z.string(),
  districtId: z.string().nullable(),
  removedAt: utcField.nullable().describe('null: it still stands.'),
  ...totalFields,
  emptyDays: z.int().describe('Days with at least a quarter of an hour without a bike.'),
  emptyShare: shareField.describe('Empty of open minutes, 0 to 1.'),
  coveredShare: shareField
    .nullable()
    .describe('Of the empty minutes, what the best neighbour made up for; null: never empty.'),
  lostADay: lostField.describe('Expected lost rentals a day; null: no rates yet.'),
  uncoveredADay: lostField.describe('Of these, those that no neighbour served.'),
  worstHour: z.int().nullable().describe('The hour with the most empty minutes, 0 to 23.'),
  weekChange: z
    .number()
    .nullable()
    .describe('The empty share of the last seven days less that of the seven before.'),
  isChronic: z.boolean(),
});

export const insightStationsRoute = defineRoute({
  path: '/api/v1/insights/stations',
  operationId: 'listInsightStations',
  summary: 'Stations by how often they ran empty over a period, worst first.',
  permission: 'insights.read',
  params: NO_PARAMS,
  query: queryOf(FORMATS, { ...insightQueryFields, by: rankingField }),
  formats: FORMATS,
  answer: z.strictObject({ ...insightAboutFields, stations: z.array(stationFiguresSchema) }),
  row: stationFiguresSchema,
  example: 'kind=weekday&fromH=7&toH=10&format=csv',
  cost: 5,
  problems: ['unavailable'],
});
