import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openMap, stationPanel } from './support/mapPage';
import { givePastDay } from './support/pastDay';

const past = (page: Page) => page.getByRole('region', { name: 'Stock over time' });
const chart = (page: Page) => past(page).getByRole('slider');

test('a station’s history: a day, a week, nearer by keys, and as a file', async ({
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
    await stationPanel(page, name).getByRole('link', { name: 'History' }).click();
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
    await expect(page).toHaveURL(new RegExp(`/stations/${stationId}$`));
    await expect(past(page)).toContainText('Below target for 2 h, 2 h of it empty.');
    await expect(page.getByRole('region', { name: 'Now' })).toContainText('12 of ');
    await expect(page.getByRole('region', { name: 'Nearby stations' })).toBeVisible();

    await chart(page).focus();
    const reads = (words: RegExp) => expect(chart(page)).toHaveAttribute('aria-valuetext', words);
    await page.keyboard.press('Home');
    await reads(/: Bikes 12, .*Free docks 9$/);
    for (let hour = 0; hour < 15; hour++) await page.keyboard.press('PageUp');
    await reads(/: Bikes 0, .*Free docks 21$/);
    await page.keyboard.press('+');
    await expect(page).toHaveURL(/from=.*&to=/);
    await expect(chart(page)).toHaveAttribute('aria-valuemax', '43200');
    await page.keyboard.press('0');
    await expect(page).not.toHaveURL(/from=/);
    await expect(chart(page)).toHaveAttribute('aria-valuemax', '86400');

    const file = past(page).getByRole('link', { name: 'Download CSV' });
    const answer = await page.request.get((await file.getAttribute('href'))!);
    const lines = (await answer.text()).trimEnd().split('\r\n');
    expect(lines.filter((line) => /,true,changes,0,/.test(line))).toHaveLength(1);
    expect(lines.filter((line) => line.includes(',false,'))).toHaveLength(1);

    await past(page).getByText('Week', { exact: true }).click();
    await expect(page).toHaveURL(/span=week/);
    await expect(chart(page)).toHaveAttribute('aria-valuemax', '604800');
    await expect(past(page)).toContainText(/Data for 2\d h of 7 days|Data for 1 day/);
  } finally {
    await forget();
  }
});

test('a station that was taken out keeps its history', async ({ page, db, feed, installation }) => {
  const stationId = '70000000002';
  const name = 'Gone <b>tomorrow</b>';
  const { rows } = await db.query<{ lat: number; lon: number }>(
    'SELECT lat, lon FROM station WHERE system_id = $1 LIMIT 1',
    [installation.systemId],
  );
  await feed.open({ stationId, stationCode: null, name, capacity: 20, ...rows[0]! });
  await feed.fetch('stations');
  await feed.fetch();
  await feed.close(stationId);
  await feed.fetch('stations');

  await openMap(page, `?station=${stationId}`);
  await page.getByRole('article').getByRole('link', { name: 'History' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText(/^Taken out of the feed on /)).toBeVisible();
  await expect(page.getByRole('region', { name: 'What happened' })).toContainText(
    'Taken out of the feed',
  );
  await expect(page.getByRole('region', { name: 'Now' })).toContainText('not in the feed');
});

test('the series is for the signed-in, of stations and spans that there are', async ({
  page,
  feed,
  visit,
}) => {
  const [station] = [...(await feed.read()).values()];
  const address = (id: string, query = '') => `/api/stations/${id}/series${query}`;
  const status = async (id: string, query?: string) =>
    (await page.request.get(address(id, query))).status();
  const answer = await page.request.get(address(station!.stationId));
  expect(await answer.json()).toMatchObject({
    stationId: station!.stationId,
    endsNow: true,
    samples: { at: expect.any(Array) },
    levels: expect.any(Array),
  });
  expect(await status(station!.stationId, '?span=year')).toBe(400);
  expect(await status(station!.stationId, '?from=2026-11-20T07:00Z')).toBe(400);
  expect(await status(station!.stationId, '?from=2026-01-01T00:00Z&to=2026-11-01T00:00Z')).toBe(
    400,
  );
  expect(await status('nowhere')).toBe(404);
  expect(await status('%00')).toBe(400);
  const stranger = await visit(null);
  expect((await stranger.request.get(address(station!.stationId))).status()).toBe(401);
});
