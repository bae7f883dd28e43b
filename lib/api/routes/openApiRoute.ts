import { z } from 'zod';
import { defineRoute, NO_PARAMS } from '../apiRoute';

export const openApiRoute = defineRoute({
  path: '/api/v1/openapi.json',
  operationId: 'getOpenApi',
  summary: 'This document.',
  permission: null,
  params: NO_PARAMS,
  query: z.object({}),
  formats: ['json'],
  answer: z.looseObject({ openapi: z.literal('3.1.1') }),
  example: '',
  cost: 1,
  problems: [],
});
