/** What an open map costs the browser that shows it: its processes' CPU for each pushed snapshot. */
import { setTimeout as delay } from 'node:timers/promises';
import type { CDPSession } from 'playwright';
import { quantile, table, writeSection } from './report';
import { type BenchCity, startBenchCity } from './rig/benchCity';
import { type MapBrowser, openMapBrowser } from './rig/mapBrowser';

const SIZES = [1_500, 20_000];
const SNAPSHOTS = 40;
/** Code is still being compiled. */
const WARM_UP = 10;
const EVERY_MS = 1_000;

/** CPU since the browser began, ms. */
interface BrowserCpu {
  rendererMs: number;
  gpuMs: number;
  scriptMs: number;
  styleAndLayoutMs: number;
}

interface Cost {
  stations: number;
  /** A second in which nothing arrives: the page's clock ticks. */
  idle: BrowserCpu;
  /** A second in which a snapshot arrives. */
  busy: BrowserCpu;
  /** From the event's text to the painted canvas, each snapshot. */
  blockedMs: number[];
}

async function measure(stations: number): Promise<Cost> {
  const city = await startBenchCity({ stations, vehicles: stations / 5 });
  try {
    await city.runJob('fetch-vehicles');
    await city.startWeb();
    const browser = await openMapBrowser(city);
    const idle = await perSecond(browser, async () => {});
    await snapshots(city, WARM_UP);
    await browser.page.evaluate(noteLongTasks);
    const busy = await perSecond(browser, () => snapshots(city, SNAPSHOTS));
    const blockedMs = await browser.page.evaluate(() => globalThis.limelightLongTasksMs ?? []);
    await browser.close();
    if (browser.complaints.length > 0) throw new Error(browser.complaints.join('\n'));
    return { stations, idle, busy, blockedMs };
  } finally {
    await city.stop();
  }
}

/** A minute of the city a second, each stored by the product's own job. */
async function snapshots(city: BenchCity, count: number): Promise<void> {
  for (let k = 0; k < count; k++) {
    const dueAtMs = performance.now() + EVERY_MS;
    city.feed.engine.tick();
    await city.runJob('fetch-availability');
    await delay(Math.max(0, dueAtMs - performance.now()));
  }
}

async function perSecond(browser: MapBrowser, run: () => Promise<void>): Promise<BrowserCpu> {
  const before = await readCpu(browser);
  const startedAtMs = performance.now();
  await run();
  await delay(Math.max(0, SNAPSHOTS * EVERY_MS - (performance.now() - startedAtMs)));
  const after = await readCpu(browser);
  const seconds = (performance.now() - startedAtMs) / 1_000;
  const per = (name: keyof BrowserCpu) => (after[name] - before[name]) / seconds;
  return {
    rendererMs: per('rendererMs'),
    gpuMs: per('gpuMs'),
    scriptMs: per('scriptMs'),
    styleAndLayoutMs: per('styleAndLayoutMs'),
  };
}

async function readCpu({ root, session }: MapBrowser): Promise<BrowserCpu> {
  const { processInfo } = await root.send('SystemInfo.getProcessInfo');
  const used = (type: string) =>
    1_000 *
    processInfo.filter((one) => one.type === type).reduce((sum, one) => sum + one.cpuTime, 0);
  const metrics = await readMetrics(session);
  return {
    rendererMs: used('renderer'),
    gpuMs: used('GPU'),
    scriptMs: 1_000 * metrics('ScriptDuration'),
    styleAndLayoutMs: 1_000 * (metrics('LayoutDuration') + metrics('RecalcStyleDuration')),
  };
}

async function readMetrics(session: CDPSession): Promise<(name: string) => number> {
  const { metrics } = await session.send('Performance.getMetrics');
  const byName = new Map(metrics.map(({ name, value }) => [name, value]));
  return (name) => byName.get(name) ?? 0;
}

declare global {
  /** In the page. */
  var limelightLongTasksMs: number[] | undefined;
}

/** Runs in the page. */
function noteLongTasks(): void {
  const tasksMs: number[] = [];
  globalThis.limelightLongTasksMs = tasksMs;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasksMs.push(duration);
  }).observe({ entryTypes: ['longtask'] });
}

const costs: Cost[] = [];
for (const stations of SIZES) costs.push(await measure(stations));
const ms = (value: number) => value.toFixed(0);
writeSection({
  name: 'snapshotCpu',
  title: 'What a snapshot costs an open map',
  method: `\`bench/snapshotCpu.ts\`: \`/map\` of the production build in Chromium, 1440 × 900, no layers but the usual, own vehicles a fifth of the stations; ${SNAPSHOTS} snapshots, one a second, after ${WARM_UP} of warm-up, against as many seconds in which none arrives. CPU is of Chromium's processes, a second; without a graphics card its "GPU" process rasterises in software, and the page's own share is the renderer's. Long tasks are those over 50 ms, in which the page answers nobody.`,
  body: table([
    [
      'stations',
      'renderer ms',
      'of it script',
      'style and layout',
      'GPU ms',
      'renderer idle ms',
      'GPU idle ms',
      'long tasks',
      'longest ms',
    ],
    ...costs.map(({ stations, idle, busy, blockedMs }) => [
      stations.toLocaleString('en'),
      ms(busy.rendererMs),
      ms(busy.scriptMs),
      ms(busy.styleAndLayoutMs),
      ms(busy.gpuMs),
      ms(idle.rendererMs),
      ms(idle.gpuMs),
      blockedMs.length,
      blockedMs.length === 0 ? '–' : ms(quantile(blockedMs, 1)),
    ]),
  ]),
});
