import { describe, expect, it } from 'vitest';
import { seededRng } from '@/lib/units/rng';
import { logRecords, stretchesOf } from './coverage';
import { clipSpans, cutSpans, joinSpans } from './spans';
import type { Span } from './stationSeries';

const span = (fromAt: number, toAt: number): Span => ({ fromAt, toAt });

/** Which whole numbers lie in any of the spans. */
function members(spans: readonly Span[], upTo: number): number[] {
  return Array.from({ length: upTo }, (_, i) => i).filter((i) =>
    spans.some(({ fromAt, toAt }) => i >= fromAt && i < toAt),
  );
}

describe('spans', () => {
  it.each([1, 2, 3, 4, 5])('join, clip and cut as sets of moments do (case %i)', (seed) => {
    const rng = seededRng(seed);
    const some = () =>
      Array.from({ length: 6 }, () => {
        const fromAt = Math.floor(rng() * 90);
        return span(fromAt, fromAt + Math.floor(rng() * 12));
      });
    const [a, b] = [some(), some()];
    const joined = joinSpans(a);
    expect(members(joined, 120)).toEqual(members(a, 120));
    for (const [i, one] of joined.entries())
      expect(one.fromAt).toBeGreaterThan(joined[i - 1]?.toAt ?? -1);
    expect(members(cutSpans(a, b), 120)).toEqual(
      members(a, 120).filter((i) => !members(b, 120).includes(i)),
    );
    expect(members(clipSpans(a, span(20, 50)), 120)).toEqual(
      members(a, 120).filter((i) => i >= 20 && i < 50),
    );
  });
});

describe('tiers', () => {
  it('keep what was loaded and the own record apart, however near', () => {
    const imports = [span(10, 20), span(15, 40)];
    expect(logRecords({ imports, ownFromAt: 40, oldestHourAt: null }, 90)).toEqual([
      { ...span(10, 40), isOwn: false },
      { ...span(40, 90), isOwn: true },
    ]);
    expect(logRecords({ imports: [], ownFromAt: null, oldestHourAt: null }, 90)).toEqual([]);
  });

  it('give the change log what it reaches, and hours the rest that holds any', () => {
    const H = 3_600;
    const runs = [span(0, 6 * H), span(9 * H, 12 * H)];
    expect(stretchesOf(span(600, 11 * H), [span(5 * H + 60, 10 * H)], runs)).toEqual([
      { ...span(600, 5 * H + 60), tier: 'hours' },
      { ...span(5 * H + 60, 10 * H), tier: 'changes' },
      { ...span(10 * H, 11 * H), tier: 'hours' },
    ]);
    // Between 5:10 and 6:00 no hour was archived.
    expect(stretchesOf(span(0, 6 * H), [span(0, 5 * H + 600)], runs)).toEqual([
      { ...span(0, 5 * H + 600), tier: 'changes' },
    ]);
  });
});
