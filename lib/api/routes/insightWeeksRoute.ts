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

const weekFiguresSchema = z.strictObject({
  monday: z.iso.date(),
  ...totalFields,
  emptyShare: shareField,
  lostADay: lostField,
  uncoveredADay: lostField,
});

export const insightWeeksRoute = defineRoute({
  path: '/api/v1/insights/weeks',
  operationId: 'listInsightWeeks',
  summary: 'The asked days and hours week by week, oldest first.',
  permission: 'insights.read',
  params: NO_PARAMS,
  query: queryOf(FORMATS, insightQueryFields),
  formats: FORMATS,
  answer: z.strictObject({ ...insightAboutFields, weeks: z.array(weekFiguresSchema) }),
  row: weekFiguresSchema,
  example: 'days=91',
  cost: 5,
  problems: ['unavailable'],
});
