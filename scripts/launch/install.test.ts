import { expect, it } from 'vitest';
import { reasonToInstall } from './install.mjs';

const wanted = {
  packages: {
    '': { version: '0.1.0' },
    'node_modules/next': { version: '16.4.5' },
    'node_modules/@next/swc-darwin-arm64': { version: '16.4.5', optional: true },
  },
};

it('installs where nothing was, and where a version differs or is missing', () => {
  expect(reasonToInstall(wanted, null)).toBe('they are missing');
  expect(reasonToInstall(wanted, { packages: {} })).toBe('the lock file changed');
  const older = { packages: { 'node_modules/next': { version: '16.4.4' } } };
  expect(reasonToInstall(wanted, older)).toBe('the lock file changed');
});

it('leaves alone what is as the lock asks, other platforms apart', () => {
  expect(
    reasonToInstall(wanted, { packages: { 'node_modules/next': { version: '16.4.5' } } }),
  ).toBe(null);
});
