import { describe, expect, it } from 'vitest';
import { isOwnOrigin } from './isOwnOrigin';

describe('isOwnOrigin', () => {
  it.each([
    ['https://limelight.example', 'same-origin', true],
    ['https://limelight.example', null, true],
    [null, null, true],
    [null, 'same-origin', true],
    [null, 'cross-site', false],
    ['null', 'cross-site', false],
    ['http://limelight.example', 'cross-site', false],
    ['https://evil.example', 'same-origin', false],
    ['https://limelight.example.evil.example', null, false],
  ])('origin %s from %s: %s', (origin, fetchSite, expected) => {
    expect(isOwnOrigin(origin, fetchSite, 'https://limelight.example/')).toBe(expected);
  });
});
