import { expect, test } from './fixtures';
import {
  banners,
  mapCanvas,
  openMap,
  severityChip,
  stationList,
  stationPanel,
  stationRow,
} from './support/mapPage';

test('the map comes first, its sheet grows under the thumb', async ({ page }) => {
  await openMap(page);
  await expect(mapCanvas(page)).toBeInViewport();
  const sheet = page.getByRole('region', { name: 'Stations', exact: true });
  const heightOf = async () => (await sheet.boundingBox())!.height;
  const peek = await heightOf();
  expect(peek).toBeLessThan(120);
  await expect(severityChip(page, 'empty')).toBeInViewport();

  const handle = page.getByRole('button', { name: /^Height of the list/ });
  await handle.tap();
  await expect(handle).toHaveAccessibleName(/Half height/);
  await expect.poll(heightOf).toBeGreaterThan(peek + 200);
  await expect(stationList(page)).toBeInViewport();
  const half = await heightOf();
  await handle.tap();
  await expect(handle).toHaveAccessibleName(/Full height/);
  await expect.poll(heightOf).toBeGreaterThan(half + 100);
});

test('a station opens over the list, and the phone’s own Back closes it', async ({
  page,
  feed,
}) => {
  const station = [...(await feed.read()).values()].filter((one) => one.isRenting)[11]!;
  const { stationId, name, capacity } = station;
  await feed.set(stationId, { numBikesAvailable: 16 });
  await feed.fetch();
  await openMap(page, `?q=${encodeURIComponent(name)}`);
  await page.getByRole('button', { name: /^Height of the list/ }).tap();
  await stationRow(page, name).first().tap();
  const panel = stationPanel(page, name);
  await expect(panel.getByRole('heading', { name })).toBeInViewport();
  await expect(panel).toContainText(`16 of ${capacity} bikes`);

  await feed.set(stationId, { numBikesAvailable: 0 });
  await expect(panel).toContainText(`0 of ${capacity} bikes`);
  await page.goBack();
  await expect(panel).toBeHidden();
  await expect(page).toHaveURL(/\?q=/);
});

test('a shared link opens its station on the phone', async ({ page, feed }) => {
  const [station] = [...(await feed.read()).values()];
  await openMap(page, `?station=${station!.stationId}`);
  await expect(
    stationPanel(page, station!.name).getByRole('heading', { name: station!.name }),
  ).toBeVisible();
});

test('what must be known fits the phone: banner, freshness, controls of a thumb’s size', async ({
  page,
}) => {
  await openMap(page);
  await expect(banners(page).getByText(/^Simulated city/)).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('region', { name: 'Freshness of the data' })).toBeInViewport();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  for (const name of ['Zoom in', 'Zoom out', 'Show the whole city', 'Legend']) {
    const box = (await page.getByRole('button', { name }).boundingBox())!;
    expect(Math.min(box.width, box.height), name).toBeGreaterThanOrEqual(36);
  }
  for (const link of await page.getByRole('navigation').getByRole('link').all()) {
    if (!(await link.isVisible())) continue;
    expect((await link.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  }
});
