import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { API_ROUTES } from './apiRoutes';
import { openApiDocument } from './openApiDocument';

interface Operation {
  parameters: { name: string; required: boolean; schema: Record<string, unknown> }[];
  responses: Record<string, { content?: Record<string, { schema: Record<string, unknown> }> }>;
}
const document = openApiDocument();
const operations = Object.entries(document.paths as Record<string, { get: Operation }>);

describe('openApiDocument', () => {
  it('is valid OpenAPI 3.1, by the schema of the specification', async () => {
    const validator = new Validator();
    expect((await validator.validate(structuredClone(document))).errors).toBeUndefined();
    expect(validator.version).toBe('3.1');
  });

  it('is refused when something is missing: the validator looks', async () => {
    const { info: _, ...headless } = structuredClone(document);
    expect((await new Validator().validate(headless)).valid).toBe(false);
  });

  it('has every route with the fields that its handler takes', () => {
    const documented = operations.map(([path, { get }]) => [
      path,
      get.parameters.map(({ name }) => name).sort(),
    ]);
    const handled = API_ROUTES.map(({ path, params, query }) => [
      path,
      [...Object.keys(params.shape), ...Object.keys(query.shape)].sort(),
    ]);
    expect(documented).toEqual(handled);
  });

  it('says what must be given, what it is by default, and what may stand several times', () => {
    const history = operations.find(([path]) => path === '/api/v1/history')![1].get;
    const field = (name: string) => history.parameters.find((one) => one.name === name)!;
    expect(history.parameters.filter(({ required }) => required).map(({ name }) => name)).toEqual([
      'from',
      'to',
    ]);
    expect(field('limit').schema).toMatchObject({ type: 'integer', default: 5_000 });
    expect(field('stationId')).toMatchObject({ schema: { type: 'array' }, explode: true });
    expect(field('from').schema).toMatchObject({ type: 'string', format: 'date-time' });
  });

  it('offers each format and each refusal', () => {
    const { responses } = operations.find(([path]) => path === '/api/v1/history')![1].get;
    expect(Object.keys(responses)).toEqual(['200', '304', '400', '401', '403', '429', '503']);
    expect(Object.keys(responses[200]!.content!)).toEqual([
      'application/json',
      'application/x-ndjson',
      'text/csv',
      'application/vnd.apache.parquet',
    ]);
  });
});
