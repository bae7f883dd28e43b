import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFeedClient } from './feedClient';
import { defaultFeedLimits } from './feedConfig';
import { FETCHED_AT } from './feedSamples';
import { json, startTestFeedServer, type TestFeedServer } from './testFeedServer';

const ring = [
  [2.3, 48.8],
  [2.4, 48.8],
  [2.4, 48.9],
  [2.3, 48.8],
];
const feature = (properties: Record<string, unknown>) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const coarse = { features: [feature({ c_ar: 10, l_ar: '10ème Ardt', l_aroff: 'Entrepôt' })] };
const fine = { features: [feature({ c_qu: '37', l_qu: 'Saint-Vincent-de-Paul', c_ar: 10 })] };

let server: TestFeedServer;
let dir: string;

beforeAll(async () => {
  server = await startTestFeedServer();
  server.on('/quartiers', json(fine));
  dir = await mkdtemp(path.join(tmpdir(), 'districts-'));
  await writeFile(path.join(dir, 'coarse.geojson'), JSON.stringify(coarse));
  await writeFile(path.join(dir, 'cut.geojson'), '{"features":[{');
});
afterAll(async () => {
  await server.close();
  await rm(dir, { recursive: true });
});

const fetchDistricts = (...districtUrls: string[]) =>
  createFeedClient(
    { fetch, clock: () => FETCHED_AT, rng: () => 0, sleep: async () => {} },
    {
      ...defaultFeedLimits,
      feedUrl: server.url,
      fallbackUrl: null,
      vehicleFeedUrl: null,
      vehicleKind: 'bike',
      districtUrls,
    },
  ).fetchDistricts();

describe('fetchDistricts', () => {
  it.each([
    ['a path', (file: string) => file],
    ['a file URL', (file: string) => pathToFileURL(file).href],
  ])('reads %s and a URL as two levels', async (_, addressOf) => {
    const address = addressOf(path.join(dir, 'coarse.geojson'));
    const { report, value } = await fetchDistricts(address, `${server.url}/quartiers`);
    expect(value?.map((d) => [d.districtId, d.parentId])).toEqual([
      ['1-10', null],
      ['2-37', '1-10'],
    ]);
    expect(report).toMatchObject({
      feed: 'districts',
      source: 'geojson',
      outcome: 'fetched',
      stationsSeen: 2,
      attempts: 2,
    });
  });

  it.each([
    ['a file that is not there', () => path.join(dir, 'none.geojson'), 'failed', 'network'],
    ['a file that was cut', () => path.join(dir, 'cut.geojson'), 'refused', 'truncated'],
    ['an address that is gone', () => `${server.url}/none`, 'failed', 'httpStatus'],
  ])('gives all or nothing: %s', async (_, address, outcome, reason) => {
    const fetched = await fetchDistricts(`${server.url}/quartiers`, address());
    expect(fetched).toMatchObject({ value: null, report: { outcome, reason } });
  });
});
