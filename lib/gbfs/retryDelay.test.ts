import { describe, expect, it } from 'vitest';
import { retryDelayMs } from './retryDelay';

describe('retryDelayMs', () => {
  it('jitters over the whole range, which doubles up to eight seconds', () => {
    const longest = [1, 2, 3, 4, 5, 6, 40].map((attempts) => retryDelayMs(attempts, () => 1));
    expect(longest).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
    expect(retryDelayMs(3, () => 0)).toBe(0);
    expect(retryDelayMs(3, () => 0.25)).toBe(500);
  });
});
