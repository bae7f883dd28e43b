import { describe, expect, it } from 'vitest';
import { FeedProblem } from './feedProblem';
import { FETCHED_AT } from './feedSamples';
import { fetchRetrying } from './fetchRetrying';

/** A world where time passes only by sleeping and by attempts. */
function world() {
  let nowMs = FETCHED_AT.getTime();
  const slept: number[] = [];
  return {
    slept,
    pass: (ms: number) => {
      nowMs += ms;
    },
    deps: {
      clock: () => new Date(nowMs),
      rng: () => 1,
      sleep: async (ms: number) => {
        slept.push(ms);
        nowMs += ms;
      },
    },
  };
}
const planOf = (budgetMs: number, maxAttempts = 4) => ({
  deadlineAt: new Date(FETCHED_AT.getTime() + budgetMs),
  maxAttempts,
  timeLimitMs: 10_000,
});
const network = new FeedProblem('network', 'reset');

describe('fetchRetrying', () => {
  it('tries again with growing delays, and gives the first success', async () => {
    const { deps, slept } = world();
    let attempts = 0;
    const result = await fetchRetrying(deps, planOf(40_000), async () => {
      attempts += 1;
      if (attempts < 3) throw network;
      return 'data';
    });
    expect([result, attempts, slept]).toEqual(['data', 3, [500, 1_000]]);
  });

  it('stops at the set number of attempts', async () => {
    const { deps, slept } = world();
    const always = fetchRetrying(deps, planOf(40_000, 3), () => Promise.reject(network));
    await expect(always).rejects.toBe(network);
    expect(slept).toHaveLength(2);
  });

  it('never goes beyond the deadline, nor lets an attempt do so', async () => {
    const { deps, pass } = world();
    const limits: number[] = [];
    const always = fetchRetrying(deps, planOf(24_000, 9), async (timeLimitMs) => {
      limits.push(timeLimitMs);
      pass(timeLimitMs);
      throw new FeedProblem('timeout', 'slow');
    });
    await expect(always).rejects.toMatchObject({ reason: 'timeout' });
    expect(limits).toEqual([10_000, 10_000, 24_000 - 20_000 - 500 - 1_000]);
  });

  it('waits as long as the server asks, unless that is too long', async () => {
    const busy = (s: number) =>
      new FeedProblem('httpStatus', 'busy', { httpStatus: 429, retryAfterMs: s * 1_000 });
    const patient = world();
    await expect(
      fetchRetrying(patient.deps, planOf(40_000, 2), () => Promise.reject(busy(5))),
    ).rejects.toMatchObject({ httpStatus: 429 });
    expect(patient.slept).toEqual([5_000]);
    const hurried = world();
    await expect(
      fetchRetrying(hurried.deps, planOf(40_000, 2), () => Promise.reject(busy(60))),
    ).rejects.toMatchObject({ httpStatus: 429 });
    expect(hurried.slept).toEqual([]);
  });

  it.each([
    ['a missing page', new FeedProblem('httpStatus', 'gone', { httpStatus: 404 })],
    ['a body that is too large', new FeedProblem('oversize', 'large')],
    ['a bug', new TypeError('x is not a function')],
  ])('does not repeat %s', async (_, error) => {
    const { deps, slept } = world();
    await expect(fetchRetrying(deps, planOf(40_000), () => Promise.reject(error))).rejects.toBe(
      error,
    );
    expect(slept).toEqual([]);
  });

  it('does not begin when no time is left', async () => {
    const { deps } = world();
    await expect(
      fetchRetrying(deps, planOf(0), () => Promise.resolve('data')),
    ).rejects.toMatchObject({ reason: 'timeout' });
  });
});
