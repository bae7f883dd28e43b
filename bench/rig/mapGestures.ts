import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright';

const STEPS = 45;
const STEP_MS = 16;
const REST_MS = 250;
/** Longer than Leaflet's zoom takes. */
const ZOOM_MS = 450;

/** Drags the map there and back by the mouse, as a hand does, `times` times. */
export async function pan(page: Page, times: number): Promise<void> {
  const { x, y } = await middle(page);
  const ways = [
    [-420, -160],
    [420, 160],
    [300, -220],
    [-300, 220],
  ] as const;
  for (let k = 0; k < times; k++) {
    const [dx, dy] = ways[k % ways.length]!;
    await page.mouse.move(x - dx / 2, y - dy / 2);
    await page.mouse.down();
    for (let step = 1; step <= STEPS; step++) {
      const share = step / STEPS - 0.5;
      await page.mouse.move(x + dx * share, y + dy * share);
      await delay(STEP_MS);
    }
    await page.mouse.up();
    await delay(REST_MS);
  }
}

/** Turns the wheel, two levels in and two out, `times` times. */
export async function zoom(page: Page, times: number): Promise<void> {
  const { x, y } = await middle(page);
  await page.mouse.move(x, y);
  for (let k = 0; k < times; k++) {
    for (const way of [-1, -1, 1, 1]) {
      await page.mouse.wheel(0, way * 120);
      await delay(ZOOM_MS);
    }
  }
}

async function middle(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.leaflet-container').boundingBox();
  if (!box) throw new Error('There is no map on the page');
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
