import { z } from 'zod';
import { defineRoute, NO_PARAMS, queryOf } from '../apiRoute';
import { atField, cityAboutFields, districtField } from '../fields';
import { placeFields, statusFields } from '../stationRow';

const FORMATS = ['json', 'geojson', 'csv', 'ndjson', 'parquet'] as const;
export const statusRowSchema = z.strictObject({ ...placeFields, ...statusFields });

export const statusRoute = defineRoute({
  path: '/api/v1/status',
  operationId: 'listStatus',
  summary: 'What stands at every station: now, or at a minute of the past.',
  description:
    'Of the past, stations are told as they were described then: place, name, capacity, as far as is known.',
  permission: 'stations.export',
  pastPermission: 'history.read',
  params: NO_PARAMS,
  query: queryOf(FORMATS, { at: atField, district: districtField }),
  formats: FORMATS,
  answer: z.strictObject({ ...cityAboutFields, status: z.array(statusRowSchema) }),
  row: statusRowSchema,
  example: 'at=2026-11-23T07:00:00Z&format=csv',
  cost: 1,
  problems: ['notFound', 'unavailable'],
});
