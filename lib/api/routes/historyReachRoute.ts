import { z } from 'zod';
import { defineRoute, NO_PARAMS, queryOf } from '../apiRoute';
import { aboutFields, utcField } from '../fields';

export const historyReachRoute = defineRoute({
  path: '/api/v1/history/reach',
  operationId: 'getHistoryReach',
  summary: 'How far the past reaches.',
  permission: 'history.read',
  params: NO_PARAMS,
  query: queryOf(['json'], {}),
  formats: ['json'],
  answer: z.strictObject({
    ...aboutFields,
    oldestAt: utcField,
    exactFromAt: utcField
      .nullable()
      .describe('From here on every change is known to the minute; null: only hours are.'),
    newestAt: utcField,
  }),
  example: '',
  cost: 1,
  problems: ['notFound', 'unavailable'],
});
