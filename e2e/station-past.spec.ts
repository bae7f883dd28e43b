import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openMap, stationPanel } from './support/mapPage';
import { givePastDay } from './support/pastDay';

const HISTORY = '**/api/map/stations/*/history';

const day = (page: Page) => page.getByRole('region', { name: 'Last 24 hours' });
const chart = (page: Page) => day(page).getByRole('slider');

test('the last day: lines, gap and thresholds, by mouse, by keyboard and as a table', async ({
  page,
  db,
  feed,
  installation,
}) => {
  const stations = [...(await feed.read()).values()];
  const { stationId, name } = stations.find((one) => one.capacity >= 20 && one.capacity <= 40)!;
  await feed.set(stationId, { numBikesAvailable: 12, isInstalled: true, isRenting: true });
  const forget = await givePastDay(
    db,
    installation.systemId,
    stationId,
    [
      [25, 12, 9],
      [10, 0, 21],
      [8, 13, 8],
    ],
    [6, 5],
  );
  try {
    await feed.fetch();
    await openMap(page, `?station=${stationId}`);
    await expect(day(page)).toContainText('Below target for 2 h, 2 h of it empty.');
    await expect(chart(page)).toHaveAccessibleName(`${name}: usable bikes over the last 24 hours`);

    await chart(page).focus();
    const reads = (words: RegExp) => expect(chart(page)).toHaveAttribute('aria-valuetext', words);
    await reads(/^\d\d:\d\d: Usable bikes 12, Free docks \d+$/);
    await page.keyboard.press('Home');
    await reads(/^\d\d:\d\d: Usable bikes 12, Free docks 9$/);
    for (let hour = 0; hour < 15; hour++) await page.keyboard.press('PageUp');
    await reads(/: Usable bikes 0, Free docks 21$/);
    await expect(day(page)).toContainText('Free docks21');
    for (let hour = 0; hour < 3; hour++) await page.keyboard.press('PageUp');
    for (let step = 0; step < 6; step++) await page.keyboard.press('ArrowRight');
    await reads(/^\d\d:\d\d: no data were fetched, Usable bikes –, Free docks –$/);

    const box = (await chart(page).boundingBox())!;
    await page.mouse.move(box.x + box.width * 0.63, box.y + 40);
    await expect(day(page)).toContainText('Usable bikes0');

    await day(page).getByText('Hour by hour').click();
    const rows = day(page).getByRole('table').getByRole('row');
    expect(await rows.count()).toBeGreaterThanOrEqual(25);
    await expect(rows.filter({ hasText: '0–13' })).toHaveCount(1);
  } finally {
    await forget();
  }
});

test('a history that cannot be read says so, leaves the rest, and comes back', async ({
  page,
  feed,
  troubles,
}) => {
  const [station] = [...(await feed.read()).values()];
  troubles.expect(/history/);
  await page.route(HISTORY, (route) => route.abort());
  await openMap(page, `?station=${station!.stationId}`);
  const panel = stationPanel(page, station!.name);
  await expect(panel.getByRole('alert')).toContainText('could not be read');
  await expect(panel.getByRole('region', { name: 'Numbers' })).toBeVisible();
  await expect(panel.getByRole('region', { name: 'Nearby stations' })).toBeVisible();

  await page.unroute(HISTORY);
  await panel.getByRole('button', { name: 'Try now' }).click();
  await expect(chart(page)).toBeVisible();
  await expect(panel.getByRole('alert')).toHaveCount(0);
});

test('while the history is on its way its place is kept', async ({ page, feed }) => {
  const [station] = [...(await feed.read()).values()];
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(HISTORY, async (route) => {
    await released;
    await route.continue();
  });
  await openMap(page, `?station=${station!.stationId}`);
  const waiting = day(page).getByRole('status', { name: 'The last 24 hours are being read' });
  await expect(waiting).toBeVisible();
  release();
  await expect(chart(page)).toBeVisible();
  await expect(waiting).toHaveCount(0);
});

test('the history is for the signed-in, of stations that there are', async ({
  page,
  feed,
  visit,
}) => {
  const [station] = [...(await feed.read()).values()];
  const address = (id: string) => `/api/map/stations/${id}/history`;
  const answer = await page.request.get(address(station!.stationId));
  expect(answer.status()).toBe(200);
  expect(await answer.json()).toMatchObject({
    stationId: station!.stationId,
    changes: { at: expect.any(Array) },
    events: expect.any(Array),
  });
  expect((await page.request.get(address('nowhere'))).status()).toBe(404);
  expect((await page.request.get(address('%00'))).status()).toBe(400);
  expect((await page.request.get(address("a'%3B--"))).status()).toBe(404);
  const stranger = await visit(null);
  expect((await stranger.request.get(address(station!.stationId))).status()).toBe(401);
});
