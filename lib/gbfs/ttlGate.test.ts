import { describe, expect, it } from 'vitest';
import { FETCHED_AT } from './feedSamples';
import { createTtlGate } from './ttlGate';

const later = (s: number) => new Date(FETCHED_AT.getTime() + s * 1_000);

describe('createTtlGate', () => {
  it.each([
    ['no ttl', null, 0],
    ['a ttl of nothing', 0, 0],
    ['a minute, with ten seconds of slack', 60, 50],
    ['five minutes', 300, 290],
    ['an hour, which is not believed', 3_600, 0],
  ])('holds for %s', (_, ttlS, heldS) => {
    const gate = createTtlGate();
    expect(gate.isRunning(FETCHED_AT)).toBe(false);
    gate.start(ttlS, FETCHED_AT);
    expect(gate.isRunning(later(heldS))).toBe(false);
    if (heldS > 0) expect(gate.isRunning(later(heldS - 1))).toBe(true);
    gate.stop();
    expect(gate.isRunning(FETCHED_AT)).toBe(false);
  });
});
