import { expect, it } from 'vitest';
import { LAWS } from './laws.mjs';
import { graphOf } from './projectGraph.mjs';

/** What each law says of an imagined project. */
function broken(files: Record<string, string>): Record<string, string[]> {
  const graph = graphOf(Object.entries(files).map(([file, text]) => ({ file, text })));
  const found = LAWS.map((law) => [law.name, law.violations(graph)] as const);
  return Object.fromEntries(found.filter(([, violations]) => violations.length > 0));
}

const pure = { 'lib/geo/near.ts': 'export const near = 1;' };

it('finds nothing in an orderly project', () => {
  const files = {
    ...pure,
    'lib/stations/store.ts': "import pg from 'pg'; import { near } from '@/lib/geo/near';",
    'lib/stations/station.ts':
      "import type pg from 'pg'; export const at = (clock) => clock.now();",
    'jobs/worker.ts': "import '@/lib/stations/store';",
    'app/map/page.tsx': "import '@/lib/stations/store'; import '../../components/map/Map';",
    'components/map/Map.tsx': "'use client'; import { save } from '@/app/map/actions';",
    'app/map/actions.ts': "'use server'; import '@/lib/stations/store';",
  };
  expect(broken(files)).toEqual({});
});

const cases: [title: string, files: Record<string, string>, law: string][] = [
  [
    'a lower room imports a higher one, if only its type',
    { 'lib/units/clock.ts': "import type { near } from '@/lib/geo/near';", ...pure },
    'Rooms depend in one direction',
  ],
  [
    'a supporting room imports a screen',
    { 'lib/auth/guard.ts': "import '@/components/Bar';", 'components/Bar.tsx': '' },
    'Rooms depend in one direction',
  ],
  [
    'a route imports a job',
    { 'app/page.tsx': "import '@/jobs/worker';", 'jobs/worker.ts': '' },
    'app and jobs do not import each other',
  ],
  [
    'a room imports a script',
    { 'lib/geo/near.ts': "import '@/scripts/feed';", 'scripts/feed.ts': '' },
    'Nothing that ships imports scripts, benchmarks or tests',
  ],
  [
    'a pure file opens the database',
    { 'lib/deficit/target.ts': "import pg from 'pg';" },
    'In a domain room only stores and fetches reach outside',
  ],
  [
    'a pure file rolls dice',
    { 'lib/deficit/target.ts': 'export const roll = () => Math.random();' },
    'In a domain room clock, chance and network are parameters',
  ],
  [
    'a pure file reads the clock',
    { 'lib/deficit/target.ts': 'export const now = () => new Date();' },
    'In a domain room clock, chance and network are parameters',
  ],
  [
    'the environment is read outside of its room',
    { 'lib/http/guard.ts': 'export const isDev = process.env.NODE_ENV;' },
    'process.env is read in lib/env alone, scripts and tools apart',
  ],
  [
    'a client file reaches a store by way of others',
    {
      'components/map/Map.tsx': "'use client'; import '@/lib/stations/list';",
      'lib/stations/list.ts': "import './store';",
      'lib/stations/store.ts': '',
    },
    'Components and client files never reach a store, the database or the environment',
  ],
  [
    'imports go in a circle',
    { 'lib/geo/a.ts': "import './b';", 'lib/geo/b.ts': "import('./a');" },
    'No import goes in a circle',
  ],
  [
    'a file only passes on',
    { 'lib/geo/all.ts': "export * from './near';", ...pure },
    'No file only passes on what others export',
  ],
  [
    'a file holds anything',
    { 'lib/geo/utils.ts': 'export const a = 1;' },
    'No room or file for anything and everything',
  ],
  [
    'a type is declared twice',
    {
      'lib/geo/a.ts': 'export interface Position { lat: number }',
      'lib/stations/b.ts': 'export type Position = [number, number];',
    },
    'A type is declared once',
  ],
];

it.each(cases)('notices that %s', (_, files, law) => {
  expect(Object.keys(broken(files))).toEqual([law]);
});

it('has a case for every law', () => {
  expect(new Set(cases.map(([, , law]) => law))).toEqual(new Set(LAWS.map((law) => law.name)));
});
