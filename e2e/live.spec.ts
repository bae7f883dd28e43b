import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  mapCanvas,
  openMap,
  severityLine,
  stationList,
  stationPanel,
  stationRow,
} from './support/mapPage';
import type { FeedStation } from './support/readCity';

/** Where the map stands: its pan, and its zoom as the scale says it. */
async function mapPosition(page: Page): Promise<string> {
  const pane = await mapCanvas(page).locator('.leaflet-map-pane').getAttribute('style');
  const scale = await mapCanvas(page).locator('.leaflet-control-scale-line').textContent();
  return `${pane} ${scale}`;
}

/** Equal as long as the page was not loaded anew. */
const pageBegin = (page: Page) => page.evaluate(() => performance.timeOrigin);

function healthyStation(city: Map<string, FeedStation>, place: number): FeedStation {
  const healthy = [...city.values()].filter((one) => one.isRenting && one.capacity >= 20);
  return healthy[place]!;
}

test('a change in the feed appears on the open page and moves nothing else', async ({
  page,
  feed,
}) => {
  const { stationId, name, capacity } = healthyStation(await feed.read(), 3);
  await feed.set(stationId, { numBikesAvailable: 17, isInstalled: true });
  await feed.fetch();
  await openMap(page);
  const scale = mapCanvas(page).locator('.leaflet-control-scale-line');
  const scaleBefore = await scale.innerText();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  // The scale changes when the zoom is over; before it begins nothing tells that it will.
  await expect(scale).not.toHaveText(scaleBefore);
  await stationList(page).evaluate((list) => list.scrollBy(0, 480));
  await expect(mapCanvas(page)).not.toHaveClass(/leaflet-zoom-anim/);
  const begin = await pageBegin(page);
  const position = await mapPosition(page);
  const painted = await mapCanvas(page).getAttribute('data-status-version');

  await feed.set(stationId, { numBikesAvailable: 0 });
  await expect(mapCanvas(page)).not.toHaveAttribute('data-status-version', painted!);
  expect(await stationList(page).evaluate((list) => list.scrollTop)).toBe(480);
  expect(await mapPosition(page)).toBe(position);

  // The row that the search finds says so too, still without asking the server for a page.
  await page.getByRole('searchbox').fill(name);
  const row = stationRow(page, name).first();
  await expect(row).toContainText(`0 of ${capacity}`);
  await expect(row).toHaveAttribute('data-severity', 'empty');
  expect(await pageBegin(page)).toBe(begin);
});

test('an open station counts along and stays open', async ({ page, feed }) => {
  const { stationId, name, capacity } = healthyStation(await feed.read(), 4);
  await feed.set(stationId, { numBikesAvailable: 18, isInstalled: true });
  await feed.fetch();
  await openMap(page, `?station=${stationId}`);
  const panel = stationPanel(page, name);
  await expect(panel.getByText(`18 of ${capacity} bikes`)).toBeVisible();
  await expect(severityLine(page, name, 'Fine')).toBeVisible();
  const begin = await pageBegin(page);

  await feed.set(stationId, { numBikesAvailable: 1 });
  await expect(panel.getByText(`1 of ${capacity} bikes`)).toBeVisible();
  await expect(severityLine(page, name, 'Critical')).toBeVisible();
  await feed.set(stationId, { isRenting: false });
  await expect(severityLine(page, name, 'Unknown')).toBeVisible();
  await expect(panel.getByText('Does not rent')).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`station=${stationId}`));
  expect(await pageBegin(page)).toBe(begin);
});

test('a new station appears on the open page, and a closed one leaves it', async ({
  page,
  feed,
}) => {
  const stationId = '42000000001';
  await openMap(page);
  await page.getByRole('searchbox').fill('Nouvelle-Station');
  await expect(page.getByText('No station matches')).toBeVisible();
  await feed.open({
    stationId,
    stationCode: '42001',
    name: 'Nouvelle-Station - Essai',
    lat: 48.8589,
    lon: 2.347,
    capacity: 25,
  });
  await feed.fetch('stations');
  const row = stationRow(page, 'Nouvelle-Station - Essai');
  await expect(row).toContainText('0 of 25');
  await feed.close(stationId);
  await feed.fetch('stations');
  await expect(row).toHaveCount(0);
});
