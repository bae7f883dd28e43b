import { describe, expect, it } from 'vitest';
import type { CityView } from '@/lib/pipeline/cityView';
import type { PastSource } from './pastSource';
import { createPlayer } from './player';
import { bikesOf, testPastView } from './testPast';

const HOUR = 1_000 * 3_600;

/** A page whose clock, frames and server move only when told. */
function openPage() {
  const drawn: (number | null)[] = [];
  const calls: { at: number; answer(view: CityView | null): void; fail(): void }[] = [];
  const held = new Set<number>();
  const prepared: number[] = [];
  const timers: (() => void)[] = [];
  let frame: (() => void) | null = null;
  let nowMs = 0;
  const source: PastSource = {
    heldAt: (at) => (held.has(Math.floor(at / 3_600)) ? testPastView(at) : null),
    load: (at) =>
      new Promise((answer, reject) => {
        calls.push({ at: at - HOUR, answer, fail: () => reject(new Error('away')) });
      }),
    prepare: async (at) => void prepared.push(at - HOUR),
  };
  const player = createPlayer(source, {
    draw: (view) => drawn.push(bikesOf(view)),
    onNextFrame(run) {
      frame = run;
      return () => {
        frame = null;
      };
    },
    later(run) {
      timers.push(run);
      return () => {};
    },
    nowMs: () => nowMs,
    newestAt: () => HOUR + 7_140,
  });
  return {
    ...{ player, drawn, calls, timers, prepared },
    hold: (hour: number) => held.add(1_000 + hour),
    settle: () => new Promise<void>((resolve) => setImmediate(resolve)),
    /** Draws the next frame after some time. */
    pass(ms: number) {
      nowMs += ms;
      const run = frame;
      frame = null;
      run?.();
    },
  };
}

describe('the player', () => {
  it('shows what it holds at once, and asks for what it does not', async () => {
    const page = openPage();
    page.hold(0);
    page.player.seek(HOUR + 90);
    expect(page.player.state()).toMatchObject({ at: HOUR + 60, phase: 'shown' });
    expect(page.drawn).toEqual([1]);
    page.player.seek(HOUR + 3_600);
    expect(page.player.state()).toMatchObject({ at: HOUR + 3_600, phase: 'waiting' });
    page.calls[0]!.answer(testPastView(HOUR + 3_660));
    await page.settle();
    expect(page.drawn).toEqual([1, 1]);
    expect(page.player.state().phase).toBe('shown');
  });

  it('asks only for the last of the moments that a slider passed meanwhile', async () => {
    const page = openPage();
    for (const minute of [1, 2, 3, 4]) page.player.seek(HOUR + minute * 60);
    expect(page.calls.map(({ at }) => at)).toEqual([60]);
    page.calls[0]!.answer(testPastView(HOUR + 60));
    await page.settle();
    expect(page.calls.map(({ at }) => at)).toEqual([60, 240]);
    page.calls[1]!.answer(testPastView(HOUR + 240));
    await page.settle();
    expect(page.drawn).toEqual([1, 4]);
  });

  it('plays each minute once, waits where nothing has arrived, and skips nothing then', () => {
    const page = openPage();
    page.hold(0);
    page.player.seek(HOUR + 58 * 60);
    page.player.play();
    for (const _ of Array(3)) page.pass(50);
    expect(page.drawn).toEqual([58, 59]);
    page.pass(100);
    expect(page.player.state()).toMatchObject({ at: HOUR + 59 * 60, phase: 'waiting' });
    page.pass(4_000);
    page.hold(1);
    page.pass(16);
    page.pass(100);
    expect(page.drawn).toEqual([58, 59, 0, 1]);
  });

  it('has every hour ready that it will play soon, and none that is not past yet', () => {
    const page = openPage();
    page.hold(0);
    page.player.setSpeed(60);
    page.player.seek(HOUR);
    page.player.play();
    expect([...new Set(page.prepared)]).toEqual([0, 3_600, 7_080]);
  });

  it('ends in the present', () => {
    const page = openPage();
    page.hold(1);
    page.player.setSpeed(60);
    page.player.seek(HOUR + 118 * 60);
    page.player.play();
    page.pass(17);
    page.pass(17);
    expect(page.drawn).toEqual([58, null]);
    expect(page.player.state()).toMatchObject({ at: null, isPlaying: false });
    page.player.seek(HOUR + 9_000);
    expect(page.player.state().at).toBeNull();
  });

  it('says that nothing is known, or that it failed, and tries again', async () => {
    const page = openPage();
    page.player.seek(HOUR);
    page.calls[0]!.answer(null);
    await page.settle();
    expect(page.player.state().phase).toBe('unknown');
    page.player.seek(HOUR + 60);
    page.calls[1]!.fail();
    await page.settle();
    expect(page.player.state().phase).toBe('failed');
    page.timers.at(-1)!();
    page.calls[2]!.answer(testPastView(HOUR + 60));
    await page.settle();
    expect(page.player.state().phase).toBe('shown');
  });

  it('draws nothing of the past that arrives after the way back', async () => {
    const page = openPage();
    page.player.seek(HOUR);
    page.player.toNow();
    page.calls[0]!.answer(testPastView(HOUR + 60));
    await page.settle();
    expect(page.drawn).toEqual([null]);
  });
});
