import { describe, expect, it } from 'vitest';
import { createEmptyTally } from './emptyTally';

describe('the tally of empty stations', () => {
  it('averages each step over its time', () => {
    const tally = createEmptyTally({ fromAt: 0, toAt: 25 }, 10);
    tally.observe(0, 'a', true);
    tally.observe(0, 'b', false);
    tally.observe(5, 'b', true);
    tally.observe(20, 'a', false);
    expect(tally.finish([])).toEqual([1.5, 2, 1]);
  });

  it('takes a station twice said to be empty for one, and what is beyond its end for nothing', () => {
    const tally = createEmptyTally({ fromAt: 0, toAt: 10 }, 10);
    tally.observe(0, 'a', true);
    tally.observe(4, 'a', true);
    tally.observe(99, 'b', true);
    expect(tally.finish([])).toEqual([1]);
  });

  it('says nothing of steps of which most was not seen', () => {
    const tally = createEmptyTally({ fromAt: 0, toAt: 30 }, 10);
    tally.observe(0, 'a', true);
    expect(tally.finish([{ fromAt: 4, toAt: 25 }])).toEqual([null, null, 1]);
  });
});
