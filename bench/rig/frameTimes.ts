import type { Page } from 'playwright';

declare global {
  /** In the page: when each animation frame began, by its clock. */
  var limelightFramesMs: number[] | undefined;
}

/** 60 a second. */
const FRAME_MS = 1_000 / 60;

export interface FrameTimes {
  /** From one frame to the next, ms. */
  ms: number[];
  /** Frames that a screen of 60 a second would have shown and did not get. */
  dropped: number;
  /** All that it would have shown. */
  due: number;
}

/** Notes the page's animation frames while something is done to it. */
export async function frameTimes(page: Page, act: () => Promise<void>): Promise<FrameTimes> {
  await page.evaluate(() => {
    const atMs: number[] = [];
    globalThis.limelightFramesMs = atMs;
    // A method, because the compiler of this file wraps named functions in a helper of its own.
    const notes = {
      note(nowMs: number) {
        atMs.push(nowMs);
        if (globalThis.limelightFramesMs === atMs) requestAnimationFrame(notes.note);
      },
    };
    requestAnimationFrame(notes.note);
  });
  await act();
  const atMs = await page.evaluate(() => {
    const noted = globalThis.limelightFramesMs ?? [];
    globalThis.limelightFramesMs = undefined;
    return noted;
  });
  const ms = atMs.slice(1).map((at, k) => at - atMs[k]!);
  const spans = ms.map((one) => Math.max(1, Math.round(one / FRAME_MS)));
  const due = spans.reduce((sum, one) => sum + one, 0);
  return { ms, dropped: due - ms.length, due };
}
