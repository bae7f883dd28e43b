import { expect, test } from './fixtures';
import { readStations } from './support/stationsApi';

/** What the issue and the house call a station's facts. */
const NAMES = [
  'stationId',
  'stationCode',
  'name',
  'lat',
  'lon',
  'capacity',
  'numBikesAvailable',
  'numDocksAvailable',
  'isInstalled',
  'isRenting',
  'isReturning',
  'lastReportedAt',
  'severity',
  'targetBikes',
  'shortage',
  'rank',
];

test('the export is the same city as JSON, GeoJSON and CSV', async ({ page }) => {
  await expect(async () => {
    const stations = await readStations(page);
    const geojson = await page.request.get('/api/v1/stations?format=geojson');
    const csv = await page.request.get('/api/v1/stations?format=csv');
    expect(geojson.headers()['content-type']).toContain('application/geo+json');
    expect(csv.headers()['content-type']).toContain('text/csv');
    expect(csv.headers()['content-disposition']).toContain('attachment');

    const [worst] = stations;
    expect(Object.keys(worst!)).toEqual(expect.arrayContaining(NAMES));
    expect(worst).toMatchObject({ rank: 1, stationId: expect.stringMatching(/^\d+$/) });
    expect(worst!.lastReportedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

    const { type, features } = await geojson.json();
    expect(type).toBe('FeatureCollection');
    expect(features.map((one: { id: string }) => one.id)).toEqual(
      stations.map(({ stationId }) => stationId),
    );
    const { lat, lon, ...rest } = worst!;
    expect(features[0]).toMatchObject({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [lon, lat] },
      properties: rest,
    });

    const [head, ...rows] = (await csv.text()).trim().split('\r\n');
    expect(head!.split(',')).toEqual(Object.keys(worst!));
    expect(rows.length).toBe(stations.length);
    const column = head!.split(',').indexOf('stationId');
    expect(rows.map((row) => row.split(',')[column])).toEqual(
      stations.map(({ stationId }) => stationId),
    );
  }).toPass({ timeout: 20_000 });
});

test('a format nobody knows is refused in words', async ({ page }) => {
  const response = await page.request.get('/api/v1/stations?format=xlsx');
  expect(response.status()).toBe(400);
  expect(await response.json()).toEqual({
    error: 'badRequest',
    detail: expect.stringMatching(/"json".*"csv".*\s+→ at format/),
  });
});

test('what is personal is not kept by caches on the way', async ({ page }) => {
  for (const address of ['/api/v1/stations', '/api/map/view', '/map']) {
    const { 'cache-control': cached } = (await page.request.get(address)).headers();
    expect(cached, address).toMatch(/private|no-store/);
    expect(cached, address).not.toMatch(/public|s-maxage/);
  }
});

test.describe('for whoever watches the machine', () => {
  test.use({ role: null });

  test('health and readiness answer anybody and give nothing away', async ({
    page,
    installation,
  }) => {
    const health = await page.request.get('/api/health');
    expect(await health.json()).toEqual({ status: 'ok' });
    const ready = await page.request.get('/api/ready');
    expect(ready.status()).toBe(200);
    expect(await ready.json()).toEqual({
      status: 'ready',
      database: 'ok',
      queue: 'ok',
      dataAgeS: expect.any(Number),
    });
    const told = [health, ready].map((one) => JSON.stringify(one.headers()));
    const secrets = [installation.authSecret, new URL(installation.databaseUrl).password];
    for (const text of [...told, await health.text(), await ready.text()]) {
      for (const secret of secrets) expect(text).not.toContain(secret);
      expect(text).not.toMatch(/postgres|redis|127\.0\.0\.1:\d+/i);
    }
  });
});
