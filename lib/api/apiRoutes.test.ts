import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { API_FORMATS } from './apiFormat';
import { OPERATION_IDS } from './apiRoute';
import { API_ROUTES } from './apiRoutes';
import { columnsOf } from './table/columnKinds';

/** The addresses that Next answers below /api/v1, as OpenAPI writes them. */
function handledPaths(): string[] {
  return readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' })
    .filter((file) => path.basename(file) === 'route.ts')
    .map((file) => `/api/v1/${path.dirname(file).replaceAll(/\[(\w+)\]/g, '{$1}')}`);
}

describe('API_ROUTES', () => {
  it('has a row for every handler, and a handler for every row', () => {
    expect(API_ROUTES.map(({ path }) => path).sort()).toEqual(handledPaths().sort());
  });

  it('names every operation once', () => {
    const ids = API_ROUTES.map(({ operationId }) => operationId);
    expect([...ids].sort()).toEqual([...OPERATION_IDS].sort());
  });

  it.each(API_ROUTES.map((route) => [route.path, route] as const))('%s is whole', (path, route) => {
    const variables = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(Object.keys(route.params.shape)).toEqual(variables);
    expect(API_FORMATS).toEqual(expect.arrayContaining([...route.formats]));
    if (route.formats.length === 1) return;
    const columns = columnsOf(route.row!);
    expect(columns.length).toBeGreaterThan(1);
    if (route.formats.includes('geojson') && path !== '/api/v1/districts') {
      expect(columns.map(({ name }) => name)).toEqual(expect.arrayContaining(['lat', 'lon']));
    }
  });
});
