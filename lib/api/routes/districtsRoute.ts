import { z } from 'zod';
import { defineRoute, NO_PARAMS, queryOf } from '../apiRoute';
import { aboutFields } from '../fields';

const FORMATS = ['json', 'geojson', 'csv', 'ndjson', 'parquet'] as const;

export const districtRowSchema = z.strictObject({
  districtId: z.string(),
  level: z.int().describe('1 is the coarsest.'),
  parentId: z.string().nullable(),
  code: z.string().nullable(),
  name: z.string(),
});

export const districtsRoute = defineRoute({
  path: '/api/v1/districts',
  operationId: 'listDistricts',
  summary: 'The districts of the city; as GeoJSON with their outlines.',
  permission: 'stations.export',
  params: NO_PARAMS,
  query: queryOf(FORMATS, {
    level: z.coerce
      .number()
      .int()
      .min(1)
      .max(9)
      .optional()
      .describe('Only this level. GeoJSON holds one level: 1 where none is asked.'),
  }),
  formats: FORMATS,
  answer: z.strictObject({ ...aboutFields, districts: z.array(districtRowSchema) }),
  row: districtRowSchema,
  example: 'level=1',
  cost: 1,
  problems: ['unavailable'],
});
