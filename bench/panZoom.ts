/** How smoothly the map pans and zooms, beside what Leaflet has for markers by itself. */
import type { Page } from 'playwright';
import type { CityView } from '@/lib/pipeline/cityView';
import { quantile, table, writeSection } from './report';
import { type BenchCity, startBenchCity } from './rig/benchCity';
import { type FrameTimes, frameTimes } from './rig/frameTimes';
import { launchChromium, openMapBrowser, VIEWPORT } from './rig/mapBrowser';
import { pan, zoom } from './rig/mapGestures';
import { openPlainLeaflet, type PlainKind } from './rig/plainLeaflet';

const SIZES = [1_500, 20_000];
const PANS = 12;
const ZOOMS = 3;
const ZOOM_LEVEL = 12;
/** An element a station: with 20,000 of them one drag takes minutes. */
const MOST_ICONS = 5_000;
const LAYERS = {
  plain: '?layers=',
  all: '?layers=vehicles,districts,shortages,heat,areas',
} as const;
const KIND_WORDS: Record<PlainKind, string> = {
  circleMarker: 'Leaflet, `circleMarker` on canvas',
  marker: 'Leaflet, `marker` with `divIcon`',
};

interface Run {
  stations: number;
  what: string;
  panned: FrameTimes;
  zoomed: FrameTimes;
}

async function measure(stations: number): Promise<Run[]> {
  const city = await startBenchCity({ stations, vehicles: stations / 5 });
  try {
    await city.runJob('fetch-vehicles');
    await city.startWeb();
    return [
      await measureOurs(city, stations, 'the map, no layers', LAYERS.plain),
      await measureOurs(city, stations, 'the map, all layers', LAYERS.all),
      await measurePlain(city, stations, 'circleMarker'),
      ...(stations > MOST_ICONS ? [] : [await measurePlain(city, stations, 'marker')]),
    ];
  } finally {
    await city.stop();
  }
}

async function measureOurs(
  city: BenchCity,
  stations: number,
  what: string,
  query: string,
): Promise<Run> {
  const browser = await openMapBrowser(city, query);
  try {
    const run = { stations, what, ...(await gestures(browser.page)) };
    if (browser.complaints.length > 0) throw new Error(browser.complaints.join('\n'));
    return run;
  } finally {
    await browser.close();
  }
}

async function measurePlain(city: BenchCity, stations: number, kind: PlainKind): Promise<Run> {
  const answer = await fetch(`${city.url}/api/map/view`, { headers: { cookie: city.cookie } });
  const view = (await answer.json()) as CityView;
  const browser = await launchChromium();
  try {
    const page = await browser.newPage({ viewport: VIEWPORT });
    const { lat, lon } = view.base.stations;
    const centre = { lat: quantile(lat, 0.5), lon: quantile(lon, 0.5), zoom: ZOOM_LEVEL };
    await openPlainLeaflet(page, view, kind, centre);
    return { stations, what: KIND_WORDS[kind], ...(await gestures(page)) };
  } finally {
    await browser.close();
  }
}

async function gestures(page: Page): Promise<Pick<Run, 'panned' | 'zoomed'>> {
  // Once for the compiler, and for what loads on demand.
  await pan(page, 4);
  await zoom(page, 1);
  const panned = await frameTimes(page, () => pan(page, PANS));
  const zoomed = await frameTimes(page, () => zoom(page, ZOOMS));
  console.log(cells(panned).join(' '), '|', cells(zoomed).join(' '));
  return { panned, zoomed };
}

function cells({ ms, dropped, due }: FrameTimes): string[] {
  const at = (q: number) => quantile(ms, q).toFixed(0);
  return [at(0.5), at(0.95), at(0.99), `${((100 * dropped) / due).toFixed(1)} %`];
}

const runs: Run[] = [];
for (const stations of SIZES) runs.push(...(await measure(stations)));
const perSecond = ({ due, dropped }: FrameTimes) => (60 * (due - dropped)) / due;
const rate = (stations: number) => {
  const run = runs.find((one) => one.stations === stations && one.what === 'the map, no layers')!;
  return perSecond(run.panned).toFixed(0);
};
writeSection({
  name: 'panZoom',
  title: 'Panning and zooming the map',
  method: `\`bench/panZoom.ts\`: the production build in Chromium, ${VIEWPORT.width} × ${VIEWPORT.height}, without a graphics card, so that rasterising and compositing take the same two processors as everything else; on a laptop they do not. Real input: ${PANS} drags of the mouse of 450 px in 45 steps of 16 ms, then the wheel, two levels in and out ${ZOOMS} times; own vehicles a fifth of the stations. Frames are those of \`requestAnimationFrame\`, dropped ones what a screen of 60 a second did not get. Beside it the same stations on a plain Leaflet map of the whole window's size, without tiles, list or data arriving; \`divIcon\` only at 1,500, because 20,000 elements do not get through one drag in minutes. To reach while panning: 60 frames a second at 1,500 stations, 30 at 20,000.`,
  body: `${table([
    [
      'stations',
      'map',
      'pan p50 ms',
      'p95',
      'p99',
      'dropped',
      'zoom p50 ms',
      'p95',
      'p99',
      'dropped',
    ],
    ...runs.map(({ stations, what, panned, zoomed }) => [
      stations.toLocaleString('en'),
      what,
      ...cells(panned),
      ...cells(zoomed),
    ]),
  ])}

Frames a second while panning without layers: ${SIZES.map((stations) => `${rate(stations)} at ${stations.toLocaleString('en')}`).join(', ')}.`,
});
