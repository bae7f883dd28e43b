import { describe, expect, it } from 'vitest';
import { severityOf } from './severity';

describe('severityOf', () => {
  it('takes a share of the target for the whole number that is meant', () => {
    // 0.29 x 100 is 28.999999999999996 in floating point.
    expect(severityOf(29, 100, { emptyBikes: 0, criticalShare: 0.29 })).toBe('critical');
    expect(severityOf(30, 100, { emptyBikes: 0, criticalShare: 0.29 })).toBe('low');
  });

  it('lets the first threshold that holds decide, also where they overlap', () => {
    expect(severityOf(5, 3, { emptyBikes: 5, criticalShare: 1 })).toBe('empty');
    expect(severityOf(3, 3, { emptyBikes: 0, criticalShare: 1 })).toBe('critical');
    expect(severityOf(0, 3, { emptyBikes: 0, criticalShare: 1 })).toBe('empty');
    expect(severityOf(0, 0, { emptyBikes: 10, criticalShare: 1 })).toBe('ok');
  });
});
