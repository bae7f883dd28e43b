import { describe, expect, it } from 'vitest';
import { SEVERITIES } from '@/lib/deficit/assessment';
import { contrastRatio } from './contrastRatio';
import { SEVERITY_STYLE, severityPath } from './severityStyle';

const GROUNDS = { 'light paper': '#f6f7f9', 'light panel': '#ffffff', 'dark panel': '#181c22' };

describe('SEVERITY_STYLE', () => {
  it('gives every severity a shape of its own', () => {
    const shapes = SEVERITIES.map((severity) => SEVERITY_STYLE[severity].shape);
    expect(new Set(shapes).size).toBe(SEVERITIES.length);
  });

  it.each(Object.entries(GROUNDS))(
    'stands out from the %s by 3:1, by fill or by outline',
    (_, ground) => {
      for (const severity of SEVERITIES) {
        const { fill, stroke } = SEVERITY_STYLE[severity];
        const best = Math.max(contrastRatio(fill, ground), contrastRatio(stroke, ground));
        expect(best, severity).toBeGreaterThanOrEqual(3);
      }
    },
  );
});

describe('severityPath', () => {
  it('draws a closed shape that grows with the radius', () => {
    expect(severityPath('diamond', 8)).toBe('M0 -10L10 0L0 10L-10 0Z');
    expect(severityPath('diamond', 4)).toBe('M0 -5L5 0L0 5L-5 0Z');
    for (const severity of SEVERITIES) {
      expect(severityPath(SEVERITY_STYLE[severity].shape, 6)).toMatch(/^M[^NaU]*Z/);
    }
  });
});
