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

const districtFiguresSchema = z.strictObject({
  districtId: z.string().nullable().describe('null: stations outside of all districts.'),
  name: z.string().nullable(),
  stations: z.int(),
  chronicStations: z.int(),
  ...totalFields,
  emptyShare: shareField.nullable().describe('Empty of open minutes, 0 to 1; null: never open.'),
  coveredShare: shareField.nullable(),
  lostADay: lostField,
  uncoveredADay: lostField,
  worstStationId: z.string().nullable(),
  worstStationName: z.string().nullable(),
});

export const insightDistrictsRoute = defineRoute({
  path: '/api/v1/insights/districts',
  operationId: 'listInsightDistricts',
  summary: 'The same figures by district, most uncovered lost rentals first.',
  permission: 'insights.read',
  params: NO_PARAMS,
  query: queryOf(FORMATS, insightQueryFields),
  formats: FORMATS,
  answer: z.strictObject({ ...insightAboutFields, districts: z.array(districtFiguresSchema) }),
  row: districtFiguresSchema,
  example: 'days=91',
  cost: 5,
  problems: ['unavailable'],
});
