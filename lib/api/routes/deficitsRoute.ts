import { z } from 'zod';
import { defineRoute, NO_PARAMS, queryOf } from '../apiRoute';
import { atField, cityAboutFields, districtField } from '../fields';
import { stationRowSchema } from '../stationRow';

const FORMATS = ['json', 'geojson', 'csv', 'ndjson', 'parquet'] as const;

export const deficitsRoute = defineRoute({
  path: '/api/v1/deficits',
  operationId: 'listDeficits',
  summary: 'The stations that are short of bikes, worst first: now, or at a minute of the past.',
  description:
    'Judged by the thresholds in force then. Of the past only a silence of a day makes a station unknown.',
  permission: 'stations.export',
  pastPermission: 'history.read',
  params: NO_PARAMS,
  query: queryOf(FORMATS, {
    at: atField,
    district: districtField,
    severity: z
      .enum(['empty', 'critical', 'low'])
      .default('low')
      .describe('The least severity: low is all three of them, empty the worst alone.'),
    covered: z
      .enum(['true', 'false'])
      .optional()
      .describe('Only stations that a neighbour within a walk covers, or only those none does.'),
  }),
  formats: FORMATS,
  answer: z.strictObject({ ...cityAboutFields, deficits: z.array(stationRowSchema) }),
  row: stationRowSchema,
  example: 'severity=critical&covered=false',
  cost: 1,
  problems: ['notFound', 'unavailable'],
});
