/** How long the list takes to follow a filter: from the key to the painted list. */
import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright';
import type { StationRecord } from '@/lib/pipeline/stationRecord';
import { quantile, table, writeSection } from './report';
import { type BenchCity, startBenchCity } from './rig/benchCity';
import { takeListMs, watchList } from './rig/listWatch';
import { openMapBrowser } from './rig/mapBrowser';
import { openPlainList } from './rig/plainList';

const SIZES = [1_500, 20_000];
/** Names that are typed, letter by letter, and deleted again. */
const NAMES = 12;
const LETTERS = 6;
/** A quick typist. */
const KEY_EVERY_MS = 120;
const PRESSES = 30;

interface Latencies {
  stations: number;
  typingMs: number[];
  pressingMs: number[];
  plainMs: number[];
}

async function measure(stations: number): Promise<Latencies> {
  const city = await startBenchCity({ stations });
  try {
    await city.startWeb();
    const records = await readStations(city);
    const words = wordsToType(records);
    const browser = await openMapBrowser(city);
    const { page } = browser;
    await watchList(page, '[aria-label=Stations] [role=status]');
    await typeWords(page, words.slice(0, 2));
    await takeListMs(page);
    await typeWords(page, words.slice(2));
    const typingMs = await takeListMs(page);
    await pressSeverities(page);
    const pressingMs = await takeListMs(page);
    const plain = await browser.browser.newPage();
    await openPlainList(plain, records);
    await watchList(plain, '[data-count]');
    await typeWords(plain, words.slice(2));
    const plainMs = await takeListMs(plain);
    await browser.close();
    if (browser.complaints.length > 0) throw new Error(browser.complaints.join('\n'));
    return { stations, typingMs, pressingMs, plainMs };
  } finally {
    await city.stop();
  }
}

async function readStations({ url, cookie }: BenchCity): Promise<StationRecord[]> {
  const response = await fetch(`${url}/api/v1/stations`, { headers: { cookie } });
  return ((await response.json()) as { stations: StationRecord[] }).stations;
}

/** Beginnings of names from all over the city, in plain letters. */
function wordsToType(records: readonly StationRecord[]): string[] {
  const names = records
    .map(({ name }) => name.split(' ')[0]!.toLowerCase())
    .filter((name) => /^[a-z]+$/.test(name) && name.length >= LETTERS);
  const different = [...new Set(names)];
  const step = Math.max(1, Math.floor(different.length / (NAMES + 2)));
  return different
    .filter((_, i) => i % step === 0)
    .slice(0, NAMES + 2)
    .map((name) => name.slice(0, LETTERS));
}

async function typeWords(page: Page, words: readonly string[]): Promise<void> {
  const search = page.getByRole('searchbox');
  await search.focus();
  for (const word of words) {
    await page.keyboard.type(word, { delay: KEY_EVERY_MS });
    for (let k = 0; k < word.length; k++) await page.keyboard.press('Backspace', { delay: 60 });
    await delay(KEY_EVERY_MS);
  }
}

async function pressSeverities(page: Page): Promise<void> {
  const chips = page.getByRole('group', { name: 'Severity' }).getByRole('button');
  const count = await chips.count();
  for (let k = 0; k < PRESSES; k++) {
    await chips.nth(k % count).click();
    await delay(2 * KEY_EVERY_MS);
  }
}

function report(all: readonly Latencies[]): void {
  const row = (stations: number, what: string, ms: readonly number[]) => {
    const at = (q: number) => quantile(ms, q).toFixed(0);
    return [stations.toLocaleString('en'), what, at(0.5), at(0.95), at(1), ms.length];
  };
  writeSection({
    name: 'filters',
    title: 'From a key to the filtered list',
    method: `\`bench/filters.ts\`: the production build's map in Chromium at 1440 × 900 without a graphics card, on a generated city. ${NAMES} beginnings of station names are typed letter by letter (${KEY_EVERY_MS} ms apart) and deleted again; then severities are pressed ${PRESSES} times. The clock starts with the event's own time and ends after the frame in which the list's count has changed was painted, the map's stressed stations included. Beside it a plain page of the same stations as rows, of which each key hides those whose name does not contain the text.`,
    body: table([
      ['stations', 'what', 'p50 ms', 'p95 ms', 'slowest ms', 'samples'],
      ...all.flatMap(({ stations, typingMs, pressingMs, plainMs }) => [
        row(stations, 'a letter typed or deleted', typingMs),
        row(stations, 'a severity pressed', pressingMs),
        row(stations, 'a letter on the plain page', plainMs),
      ]),
    ]),
  });
}

const measured: Latencies[] = [];
for (const stations of SIZES) measured.push(await measure(stations));
report(measured);
