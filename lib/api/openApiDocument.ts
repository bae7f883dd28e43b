import { z } from 'zod';
import { type ApiScope, scopeOf } from '@/lib/auth/apiScopes';
import { PROBLEM_STATUS, type ProblemCode } from '@/lib/http/problem';
import { type ApiFormat, MEDIA_TYPE } from './apiFormat';
import type { ApiRoute } from './apiRoute';
import { API_ROUTES } from './apiRoutes';
import { isListField } from './readQuery';

/** As an object of JSON; its form is the validator's to judge (see the test). */
export type JsonObject = Record<string, unknown>;

const DESCRIPTION =
  'Public bikes, judged: what stands where, what stood there at any minute, and where it runs out. Times are ISO 8601, UTC. Sign in with a personal token from /me, as `Authorization: Bearer …`; each answers within its scopes and its person’s role. Numbers are bikes unless their names say another unit.';

const ALWAYS_REFUSED: readonly ProblemCode[] = [
  ...(['badRequest', 'unauthenticated', 'forbidden', 'tooManyRequests'] as const),
];

/** What each header of an answer says. */
const RATE_HEADERS: Readonly<Record<string, string>> = {
  'RateLimit-Limit': 'How many requests may come at once.',
  'RateLimit-Remaining': 'How many of them are left.',
  'RateLimit-Reset': 'Seconds until all of them are again.',
};

/** The OpenAPI 3.1 document of the API, written from the schemas that the handlers validate by. */
export function openApiDocument(): JsonObject {
  const paths: Record<string, JsonObject> = {};
  for (const route of API_ROUTES) paths[route.path] = { get: operationOf(route) };
  return {
    openapi: '3.1.1',
    info: { title: 'Limelight', version: '1', description: DESCRIPTION },
    servers: [{ url: '/' }],
    security: [{ token: [] }, { session: [] }],
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'A personal token from /me.' },
        session: {
          ...{ type: 'apiKey', in: 'cookie', name: 'limelight.session' },
          description: 'The session of a browser; named __Host-limelight.session under https.',
        },
      },
      schemas: { Problem: problemSchema() },
    },
  };
}

/** The scopes that an address asks of a token: the second one for the past alone. */
export function scopesOf({ permission, pastPermission }: ApiRoute): ApiScope[] {
  return [permission, pastPermission].flatMap((one) => (one && scopeOf(one)) ?? []);
}

function operationOf(route: ApiRoute): JsonObject {
  const { operationId, summary, description, permission } = route;
  return {
    operationId,
    summary,
    ...(description === undefined ? {} : { description }),
    ...(permission === null ? { security: [] } : { 'x-required-scopes': scopesOf(route) }),
    parameters: [...parametersOf(route.params, 'path'), ...parametersOf(route.query, 'query')],
    responses: {
      200: answerOf(route),
      ...(permission === null ? {} : { 304: { description: 'As the ETag that was sent.' } }),
      ...Object.fromEntries(refusalsOf(route)),
    },
  };
}

function parametersOf(schema: z.ZodObject, place: 'path' | 'query'): JsonObject[] {
  return Object.entries(schema.shape).map(([name, field]) => {
    const { description, ...rest } = jsonSchema(field as z.ZodType, 'input');
    const isRequired = place === 'path' || !(field as z.ZodType).safeParse(undefined).success;
    return {
      name,
      in: place,
      required: isRequired,
      ...(description === undefined ? {} : { description }),
      schema: rest,
      ...(isListField(field as z.ZodType) ? { style: 'form', explode: true } : {}),
    };
  });
}

function answerOf(route: ApiRoute): JsonObject {
  const headers = Object.entries(RATE_HEADERS).map(([name, description]) => [
    name,
    { description, schema: { type: 'integer' } },
  ]);
  return {
    description: route.summary,
    ...(route.permission === null ? {} : { headers: Object.fromEntries(headers) }),
    content: Object.fromEntries(
      route.formats.map((format) => [MEDIA_TYPE[format], { schema: contentSchema(route, format) }]),
    ),
  };
}

function contentSchema({ answer, row }: ApiRoute, format: ApiFormat): JsonObject {
  switch (format) {
    case 'json':
      return jsonSchema(answer, 'output');
    case 'geojson':
      return { type: 'object', description: 'A FeatureCollection (RFC 7946).' };
    case 'csv':
      return {
        type: 'string',
        description: `Columns: ${Object.keys(row?.shape ?? {}).join(', ')}.`,
      };
    case 'ndjson':
      return { type: 'string', description: 'One row a line, as in the list of the JSON.' };
    case 'parquet':
      return { type: 'string', format: 'binary', description: 'Columns as in CSV.' };
  }
}

function refusalsOf({ permission, problems }: ApiRoute): [number, JsonObject][] {
  const codes = permission === null ? problems : [...ALWAYS_REFUSED, ...problems];
  return codes.map((code) => [
    PROBLEM_STATUS[code],
    {
      description: `\`${code}\``,
      ...(code === 'tooManyRequests'
        ? { headers: { 'Retry-After': { description: 'Seconds.', schema: { type: 'integer' } } } }
        : {}),
      content: {
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      },
    },
  ]);
}

function problemSchema(): JsonObject {
  const codes = Object.keys(PROBLEM_STATUS) as [ProblemCode, ...ProblemCode[]];
  return jsonSchema(
    z.object({
      error: z.enum(codes).describe('Why, as a word for programs.'),
      detail: z.string().describe('Why, as a sentence for people.'),
    }),
    'output',
  );
}

/** OpenAPI 3.1 schemas are those of JSON Schema 2020-12, whose name need not stand at each. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonObject {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
