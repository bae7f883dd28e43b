import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insidePath } from './insidePath';

const ORIGIN = 'https://limelight.example';

describe('insidePath', () => {
  it('keeps paths of this site, with their query and fragment', () => {
    expect(insidePath('/map?station=12&s=empty#list', ORIGIN)).toBe('/map?station=12&s=empty#list');
    expect(insidePath(`${ORIGIN}/settings`, ORIGIN)).toBe('/settings');
  });

  it.each([
    'https://evil.example/map',
    '//evil.example',
    '///evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    ' //evil.example',
    'javascript:alert(1)',
    'data:text/html,x',
    'evil.example',
    `${ORIGIN}.evil.example/`,
    `${ORIGIN}@evil.example/`,
    `${ORIGIN}//evil.example`,
    '/.//evil.example',
    '/map/..//evil.example',
    'https:evil.example',
    '',
    undefined,
    null,
    `/${'a'.repeat(3_000)}`,
  ])('refuses %j', (target) => {
    expect(insidePath(target, ORIGIN)).toBe('/map');
  });

  it('never leads anywhere else, whatever is asked', () => {
    const piece = fc.constantFrom(
      '/',
      '\\',
      '//',
      '.',
      '..',
      '@',
      ':',
      '%2f',
      '?',
      '#',
      'evil.example',
      ORIGIN,
      '\t',
      ' ',
      'https:',
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string())).map((parts) => parts.join('')),
        (target) => {
          const path = insidePath(target, ORIGIN);
          expect(path).toMatch(/^\/(?!\/)/);
          expect(new URL(path, ORIGIN).origin).toBe(ORIGIN);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
