import { z } from 'zod';
import { defineRoute, queryOf } from '../apiRoute';
import { cityAboutFields, stationIdField } from '../fields';
import { stationRowSchema } from '../stationRow';

export const stationRoute = defineRoute({
  path: '/api/v1/stations/{stationId}',
  operationId: 'getStation',
  summary: 'One station with its status and judgement.',
  permission: 'stations.export',
  params: z.object({ stationId: stationIdField }),
  query: queryOf(['json'], {}),
  formats: ['json'],
  answer: z.strictObject({ ...cityAboutFields, station: stationRowSchema }),
  example: '',
  cost: 1,
  problems: ['notFound', 'unavailable'],
});
