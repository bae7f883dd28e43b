import { chromium, type Page } from 'playwright';
import { ensureChromium } from '../../scripts/launch/chromium.mjs';
import type { BenchCity } from './benchCity';

/** When a version of the status was on the screen, epoch milliseconds. */
export interface Painting {
  statusVersion: number;
  /** The canvas had been drawn. */
  drawnAtMs: number;
  /** The browser had put the frame with that canvas on the screen. */
  paintedAtMs: number;
}

export interface WatchedPage {
  paintings(): Promise<Painting[]>;
  /** What the page complained of. */
  complaints: string[];
  close(): Promise<void>;
}

declare global {
  /** In the page. */
  var limelightPaintings: Painting[] | undefined;
}

/** Opens the city's map in a Chromium that notes when each snapshot was painted. */
export async function openWatchedPage(city: BenchCity): Promise<WatchedPage> {
  const executablePath =
    (await ensureChromium(process.cwd(), new AbortController().signal)) ?? undefined;
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const [name = '', value = ''] = city.cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: city.url }]);
  const page = await context.newPage();
  const complaints = listenForComplaints(page);
  await page.addInitScript(notePaintings);
  await page.goto(`${city.url}/map`);
  await page.waitForSelector('[data-status-version]');
  return {
    paintings: () => page.evaluate(() => globalThis.limelightPaintings ?? []),
    complaints,
    close: () => browser.close(),
  };
}

function listenForComplaints(page: Page): string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

/**
 * Runs in the page before its own scripts. The map marks `limelight:painted` when it has drawn its
 * canvas; the next animation frame puts it on the screen, and a message posted in that frame is
 * handled only after it was painted.
 */
function notePaintings(): void {
  const paintings: Painting[] = [];
  globalThis.limelightPaintings = paintings;
  const mark = performance.mark.bind(performance);
  performance.mark = (name, options) => {
    const entry = mark(name, options);
    if (name !== 'limelight:painted') return entry;
    const { statusVersion } = entry.detail as { statusVersion: number };
    const drawnAtMs = Date.now();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => {
        paintings.push({ statusVersion, drawnAtMs, paintedAtMs: Date.now() });
        channel.port1.close();
      };
      channel.port2.postMessage(null);
    });
    return entry;
  };
}
