import fs from 'node:fs';
import { expect, it } from 'vitest';
import { SETTING_NAMES, withoutSettings } from './settingNames.mjs';

/** Decided by the launcher beside what lib/env reads. */
const LAUNCHER_ONLY = [
  ...['HOST', 'PORT', 'ADMIN_EMAIL', 'ADMIN_PASSWORD', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET'],
];

it('knows every name of the environment', () => {
  const source = fs.readFileSync('lib/env/env.ts', 'utf8');
  const names = [...source.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)].map((match) => match[1]);
  expect(names.length).toBeGreaterThan(15);
  expect([...SETTING_NAMES].sort()).toEqual([...names, ...LAUNCHER_ONLY].sort());
});

it('documents every name', () => {
  const text = fs.readFileSync('docs/configuration.md', 'utf8');
  expect(SETTING_NAMES.filter((name) => !text.includes(`\`${name}\``))).toEqual([]);
});

it('keeps a developer’s settings out of the tests', () => {
  expect(withoutSettings({ PATH: '/bin', FEED_URL: 'x', DATABASE_URL: 'y' })).toEqual({
    PATH: '/bin',
  });
});
