import fs from 'node:fs';
import { expect, it } from 'vitest';

/** Below these versions stand published holes (November 2026). */
const FLOORS: [name: string, floor: string, why: string][] = [
  ['next', '16.4.5', 'CVE-2025-55182, CVE-2025-29927, CVE-2026-44574, -45109, -64642, -94545'],
  ['react', '19.2.1', 'CVE-2025-55182'],
  ['react-dom', '19.2.1', 'CVE-2025-55182'],
  ['next-auth', '4.24.15', 'CVE-2026-73418, CVE-2026-73420'],
  ['sharp', '0.35.5', 'CVE-2026-119347'],
];

interface LockFile {
  packages: Record<string, { version?: string }>;
}
const lock = JSON.parse(fs.readFileSync('package-lock.json', 'utf8')) as LockFile;

/** Every copy of a package, also those nested below others. */
function versionsOf(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, { version }]) => version ?? '0');
}

function isAtLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split(/[.-]/).slice(0, 3).map(Number));
  for (let i = 0; i < 3; i++) if (a?.[i] !== b?.[i]) return (a?.[i] ?? 0) > (b?.[i] ?? 0);
  return !version.includes('-'); // a pre-release comes before the release
}

it.each(FLOORS)('%s is at least %s', (name, floor) => {
  const versions = versionsOf(name);
  expect(versions.length).toBeGreaterThan(0);
  expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([]);
});

it('compares versions by number, pre-releases below releases', () => {
  expect(isAtLeast('16.10.0', '16.4.5')).toBe(true);
  expect(isAtLeast('16.4.4', '16.4.5')).toBe(false);
  expect(isAtLeast('16.4.5-canary.1', '16.4.5')).toBe(false);
});

it('keeps the image optimiser off and next/og out', () => {
  expect(fs.readFileSync('next.config.js', 'utf8')).toMatch(/unoptimized: true/);
  expect(versionsOf('@vercel/og')).toEqual([]);
});
