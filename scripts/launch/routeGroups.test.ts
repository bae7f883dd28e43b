import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { routeGroups } from './routeGroups.mjs';

const dist = mkdtempSync(path.join(tmpdir(), 'limelight-routes-'));
afterAll(() => rmSync(dist, { recursive: true }));
writeFileSync(
  path.join(dist, 'routes-manifest.json'),
  JSON.stringify({
    staticRoutes: [{ page: '/map', regex: '^/map(?:/)?$' }],
    dynamicRoutes: [{ page: '/invite/[token]', regex: '^/invite/([^/]+?)(?:/)?$' }],
  }),
);

it('names the page, never the address', () => {
  const groupOf = routeGroups(dist);
  expect(groupOf('/map?station=12')).toBe('/map');
  expect(groupOf('/invite/secret-token')).toBe('/invite/[token]');
  expect(groupOf('/_next/static/chunk.js')).toBe('built files');
  for (const url of ['/wp-admin', '/invite/a/b', '', '//evil']) expect(groupOf(url)).toBe('other');
});

it('knows no route where there is no list', () => {
  expect(routeGroups(path.join(dist, 'nowhere'))('/map')).toBe('other');
});
