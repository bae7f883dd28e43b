import { type Browser, type CDPSession, chromium, type Page } from 'playwright';
import { ensureChromium } from '../../scripts/launch/chromium.mjs';
import type { BenchCity } from './benchCity';

/** A Chromium with the city's map open, and the ways to ask it what that costs. */
export interface MapBrowser {
  browser: Browser;
  page: Page;
  /** Of the browser as a whole. */
  root: CDPSession;
  /** Of the page. */
  session: CDPSession;
  /** What the page complained of. */
  complaints: string[];
  close(): Promise<void>;
}

export const VIEWPORT = { width: 1440, height: 900 };

/** Starts a Chromium without a graphics card: everything is rasterised in software. */
export async function launchChromium(): Promise<Browser> {
  const executablePath =
    (await ensureChromium(process.cwd(), new AbortController().signal)) ?? undefined;
  return chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });
}

/** @param query of the map's address, such as `?layers=heat` */
export async function openMapBrowser(
  city: Pick<BenchCity, 'cookie' | 'url'>,
  query = '',
): Promise<MapBrowser> {
  const browser = await launchChromium();
  const context = await browser.newContext({ viewport: VIEWPORT });
  const [name = '', value = ''] = city.cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url: city.url }]);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(`${city.url}/map${query}`);
  await page.waitForSelector('[data-status-version]');
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const root = await browser.newBrowserCDPSession();
  return { browser, page, root, session, complaints, close: () => browser.close() };
}
