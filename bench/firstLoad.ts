/** What the first visit of the map costs a browser, and how soon it answers a person. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Browser, CDPSession, Page } from 'playwright';
import { quantile, table, writeSection } from './report';
import { type BenchCity, startBenchCity } from './rig/benchCity';
import { launchChromium } from './rig/mapBrowser';

const STATIONS = 1_500;
const LOADS = 5;
const CPU_SLOWDOWN = 4;
const LIMITS = { javascriptKb: 250, lcpMs: 2_000, cls: 0.02, inpMs: 150 };
/** After the last request, for late shifts of the layout. */
const SETTLE_MS = 2_000;

const SCREENS = [
  { name: 'laptop', viewport: { width: 1440, height: 900 }, isMobile: false },
  { name: 'phone', viewport: { width: 390, height: 844 }, isMobile: true },
];

const median = (values: readonly number[]) => quantile(values, 0.5);

interface Load {
  javascriptKb: number;
  lcpMs: number;
  cls: number;
  /** The slowest interaction; a person makes about as many in a first look. */
  inpMs: number;
  interactions: Record<string, number>;
}

interface Shift {
  value: number;
  hadRecentInput: boolean;
}

interface Interaction {
  interactionId: number;
}

declare global {
  /** In the page. */
  var limelightVitals:
    | { lcpMs: number; cls: number; events: { interactionId: number; durationMs: number }[] }
    | undefined;
}

async function measure(city: BenchCity, screen: (typeof SCREENS)[number]): Promise<Load[]> {
  const browser = await launchChromium();
  try {
    const loads: Load[] = [];
    for (let k = 0; k < LOADS; k++) loads.push(await measureLoad(browser, city, screen));
    return loads;
  } finally {
    await browser.close();
  }
}

async function measureLoad(
  browser: Browser,
  { url, cookie }: BenchCity,
  { viewport, isMobile }: (typeof SCREENS)[number],
): Promise<Load> {
  const context = await browser.newContext({ viewport, isMobile, hasTouch: isMobile });
  const [name = '', value = ''] = cookie.split(/=(.*)/s);
  await context.addCookies([{ name, value, url }]);
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const javascriptBytes = await countJavascript(session);
  await session.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
  await page.addInitScript(noteVitals);
  await page.goto(`${url}/map`);
  await page.waitForSelector('[data-status-version]');
  await page.waitForLoadState('networkidle');
  await delay(SETTLE_MS);
  const { lcpMs, cls } = (await page.evaluate(() => globalThis.limelightVitals))!;
  if (lcpMs === 0) throw new Error('The page tells nothing of what it painted');
  const interactions = await interact(page, isMobile);
  await context.close();
  const inpMs = Math.max(...Object.values(interactions));
  return { javascriptKb: javascriptBytes() / 1_024, lcpMs, cls, inpMs, interactions };
}

/** Bytes of scripts as they travelled, headers included. */
async function countJavascript(session: CDPSession): Promise<() => number> {
  const scripts = new Set<string>();
  let bytes = 0;
  await session.send('Network.enable');
  session.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  return () => bytes;
}

/** What a person does first. The key is what it is called in the table. */
async function interact(page: Page, isMobile: boolean): Promise<Record<string, number>> {
  const press = (locator: ReturnType<Page['locator']>) =>
    isMobile ? locator.tap() : locator.click();
  const search = page.getByRole('searchbox');
  const rows = page.getByRole('listbox', { name: 'Stations, worst first' }).getByRole('option');
  const steps: Record<string, () => Promise<void>> = {
    'press a severity': () => press(page.getByRole('button', { name: /^Empty: / })),
    'press it again': () => press(page.getByRole('button', { name: /^Empty: / })),
    'a letter in the search': async () => {
      await press(search);
      await page.keyboard.press('e');
    },
    'one letter more': () => page.keyboard.press('n'),
    'open a station': async () => {
      await search.fill('');
      await press(rows.first());
    },
  };
  if (!isMobile) {
    steps['back with Escape'] = () => page.keyboard.press('Escape');
    steps['zoom in'] = () => press(page.getByRole('button', { name: 'Zoom in' }));
  }
  const durations: Record<string, number> = {};
  for (const [name, step] of Object.entries(steps)) {
    const before = await eventCount(page);
    await step();
    await delay(700);
    durations[name] = await slowestSince(page, before);
  }
  return durations;
}

const eventCount = (page: Page) => page.evaluate(() => globalThis.limelightVitals!.events.length);

/** Of the interactions noted since: press or key to next paint, 8 ms steps; 16 is the least told. */
const slowestSince = (page: Page, before: number) =>
  page.evaluate(
    (from) =>
      globalThis
        .limelightVitals!.events.slice(from)
        .reduce((slowest, { durationMs }) => Math.max(slowest, durationMs), 0),
    before,
  );

/** Runs in the page before its own scripts. @see https://web.dev/articles/vitals */
function noteVitals(): void {
  const vitals: NonNullable<typeof globalThis.limelightVitals> = { lcpMs: 0, cls: 0, events: [] };
  globalThis.limelightVitals = vitals;
  // Nothing here is bound to a name: the compiler would call a helper that the page has not.
  new PerformanceObserver((list) => {
    for (const { startTime } of list.getEntries()) vitals.lcpMs = startTime;
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & Shift)[])
      if (!entry.hadRecentInput) vitals.cls += entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const events = { type: 'event', buffered: true, durationThreshold: 16 };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & Interaction)[])
      if (entry.interactionId > 0)
        vitals.events.push({ interactionId: entry.interactionId, durationMs: entry.duration });
  }).observe(events);
}

function report(measured: { name: string; loads: Load[] }[]): void {
  const row = (name: string, read: (load: Load) => number, digits: number, limit: number) => [
    name,
    ...measured.flatMap(({ loads }) => {
      const values = loads.map(read);
      return [median(values).toFixed(digits), Math.max(...values).toFixed(digits)];
    }),
    limit,
  ];
  const worst = (read: (load: Load) => number) =>
    Math.max(...measured.map(({ loads }) => median(loads.map(read))));
  const missed = [
    worst(({ javascriptKb }) => javascriptKb) > LIMITS.javascriptKb && 'JavaScript',
    worst(({ lcpMs }) => lcpMs) > LIMITS.lcpMs && 'LCP',
    worst(({ cls }) => cls) > LIMITS.cls && 'CLS',
    worst(({ inpMs }) => inpMs) > LIMITS.inpMs && 'INP',
  ].filter(Boolean);
  const names = [...new Set(measured.flatMap(({ loads }) => Object.keys(loads[0]!.interactions)))];
  const steps = names.map((name) => [
    name,
    ...measured.map(({ loads }) => {
      const values = loads.map(({ interactions }) => interactions[name]);
      return values.includes(undefined) ? '' : median(values as number[]).toFixed(0);
    }),
  ]);
  writeSection({
    name: 'firstLoad',
    title: 'The first visit of the map',
    method: `\`bench/firstLoad.ts\`: the production build and ${STATIONS.toLocaleString('en')} stations; Chromium with an empty cache, its CPU slowed ${CPU_SLOWDOWN} times, rasterising in software (no graphics card here), network not slowed (loopback), on a laptop's screen (1440 × 900) and a phone's (390 × 844, touch). ${LOADS} visits each: median and worst. JavaScript is what travelled (Brotli). LCP, CLS and the durations of events are Chromium's own; INP is the slowest of the interactions below. Limits: ${LIMITS.javascriptKb} KB, ${LIMITS.lcpMs} ms, ${LIMITS.cls}, ${LIMITS.inpMs} ms.`,
    body: `${table([
      ['', ...measured.flatMap(({ name }) => [name, 'worst']), 'limit'],
      row('JavaScript, KB', ({ javascriptKb }) => javascriptKb, 0, LIMITS.javascriptKb),
      row('LCP, ms', ({ lcpMs }) => lcpMs, 0, LIMITS.lcpMs),
      row('CLS', ({ cls }) => cls, 3, LIMITS.cls),
      row('INP, ms', ({ inpMs }) => inpMs, 0, LIMITS.inpMs),
    ])}

By medians: ${missed.length === 0 ? '**all within the limits**' : `**missed: ${missed.join(', ')}**`}.

From press or key to the next painted frame, median ms (0: under 16):

${table([['', ...measured.map(({ name }) => name)], ...steps])}`,
  });
}

const city = await startBenchCity({ stations: STATIONS });
try {
  await city.startWeb();
  const measured = [];
  for (const screen of SCREENS)
    measured.push({ name: screen.name, loads: await measure(city, screen) });
  report(measured);
} finally {
  await city.stop();
}
