import { z } from 'zod';
import { defineRoute, NO_PARAMS, queryOf } from '../apiRoute';
import { cityAboutFields, districtField } from '../fields';
import { stationRowSchema } from '../stationRow';

const FORMATS = ['json', 'geojson', 'csv', 'ndjson', 'parquet'] as const;

export const stationsRoute = defineRoute({
  path: '/api/v1/stations',
  operationId: 'listStations',
  summary: 'Every station with its status and judgement, worst first.',
  permission: 'stations.export',
  params: NO_PARAMS,
  query: queryOf(FORMATS, { district: districtField }),
  formats: FORMATS,
  answer: z.strictObject({ ...cityAboutFields, stations: z.array(stationRowSchema) }),
  row: stationRowSchema,
  example: 'format=geojson',
  cost: 1,
  problems: ['unavailable'],
});
