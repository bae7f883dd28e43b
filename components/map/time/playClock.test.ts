import { describe, expect, it } from 'vitest';
import { atSpeed, heldAt, type PlayClock, playedMinute } from './playClock';

const clock: PlayClock = { fromAt: 6_000, startedMs: 50, speed: 10 };

describe('the play clock', () => {
  it('shows whole minutes, as many a second as it is told', () => {
    expect(playedMinute(clock, 50)).toBe(6_000);
    expect(playedMinute(clock, 149)).toBe(6_000);
    expect(playedMinute(clock, 150)).toBe(6_060);
    expect(playedMinute(clock, 1_050)).toBe(6_600);
    expect(playedMinute({ ...clock, speed: 60 }, 1_050)).toBe(9_600);
  });

  it('never runs backwards', () => expect(playedMinute(clock, 0)).toBe(6_000));

  it('keeps its time when its speed changes', () => {
    const faster = atSpeed(clock, 60, 1_050);
    expect(playedMinute(faster, 1_050)).toBe(6_600);
    expect(playedMinute(faster, 2_050)).toBe(10_200);
  });

  it('goes on from where it was held, without a leap', () => {
    const held = heldAt(clock, 6_060, 9_000);
    expect(playedMinute(held, 9_000)).toBe(6_060);
    expect(playedMinute(held, 9_100)).toBe(6_120);
  });
});
