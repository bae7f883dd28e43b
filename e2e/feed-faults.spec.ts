import { expect, test } from './fixtures';
import { banners, openMap, stationPanel } from './support/mapPage';
import type { FeedStation } from './support/readCity';

// Several fetches, each of which the worker tries up to four times.
test.setTimeout(120_000);

function someStation(city: Map<string, FeedStation>): FeedStation {
  return [...city.values()].filter((one) => one.isRenting && one.capacity >= 20)[5]!;
}

const FAILURES = [
  { kind: 'serverError', reason: 'httpStatus', words: 'the server answers with an error' },
  { kind: 'empty', reason: 'empty', words: 'the answer is empty' },
  { kind: 'truncated', reason: 'truncated', words: 'the answer is cut off' },
  { kind: 'html', reason: 'html', words: 'a web page came instead of data' },
] as const;

test('a feed that fails is named with its reason; the last good data stay until it is well', async ({
  page,
  feed,
}) => {
  const { stationId, name, capacity } = someStation(await feed.read());
  await feed.set(stationId, { numBikesAvailable: 14 });
  await feed.fetch();
  await openMap(page, `?station=${stationId}`);
  const panel = stationPanel(page, name);
  const failure = banners(page).getByRole('alert');
  for (const { kind, reason, words } of FAILURES) {
    await test.step(kind, async () => {
      await feed.fault({ kind, resource: 'station_status' });
      expect((await feed.fetch()).reason).toBe(reason);
      await expect(failure).toContainText(`The feed fails: ${words}`);
      await expect(failure).toContainText('Shown are the last good data');
      await expect(panel).toContainText(`14 of ${capacity} bikes`);
      await feed.mend();
      await feed.fetch();
      await expect(failure).toHaveCount(0);
    });
  }
  await feed.set(stationId, { numBikesAvailable: 13 });
  await expect(panel).toContainText(`13 of ${capacity} bikes`);
});

test('a feed that goes back in time is refused, and the newer data stay', async ({
  page,
  feed,
}) => {
  const { stationId, name, capacity } = someStation(await feed.read());
  await feed.set(stationId, { numBikesAvailable: 15 });
  await feed.fetch();
  await openMap(page, `?station=${stationId}`);
  await feed.fault({ kind: 'backInTime', resource: 'station_status' });
  expect(await feed.fetch()).toEqual({ outcome: 'refused', reason: 'wentBack' });
  await expect(banners(page)).toContainText(/back .*in time|older than what is stored/);
  await expect(stationPanel(page, name)).toContainText(`15 of ${capacity} bikes`);
  await feed.mend();
  await feed.fetch();
  await expect(banners(page)).not.toContainText(/back .*in time|older than what is stored/);
});

test('capacities and codes that vanish from the feed stay as they were known', async ({
  page,
  feed,
}) => {
  const { stationId, stationCode, name, capacity } = someStation(await feed.read());
  await openMap(page, `?station=${stationId}`);
  const panel = stationPanel(page, name);
  await feed.fault({ kind: 'zeroCapacities' });
  await feed.fault({ kind: 'nullCodes' });
  await feed.fetch('stations');
  await expect(banners(page)).toContainText(/The feed says capacity 0 for \d+ stations/);
  await expect(banners(page)).toContainText(/The feed lost the codes of \d+ stations/);
  await expect(panel).toContainText(`of ${capacity} bikes, target`);
  await expect(panel).toContainText(`Station ${stationCode}`);
  await page.reload();
  await expect(panel).toContainText(`of ${capacity} bikes, target`);
  await feed.mend();
  await feed.fetch('stations');
  await feed.fetch();
  await expect(banners(page)).not.toContainText(/capacity 0|lost the codes/);
});

test('a feed that lists every station ten times counts each once, and is told of quietly', async ({
  page,
  feed,
}) => {
  const total = (await feed.read()).size;
  await feed.fault({ kind: 'duplicates', resource: 'station_status' });
  await feed.fetch();
  await openMap(page);
  await expect(page.getByText(`${total} stations`, { exact: true })).toBeVisible();
  await expect(banners(page).getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: /oddit(y|ies) in the feed/ }).click();
  await expect(page.getByText(/stations were listed more than once/)).toBeVisible();
});

test('a feed whose stations all reported long ago is told to lag', async ({ page, feed }) => {
  await openMap(page);
  await feed.fault({ kind: 'zombies', share: 1, resource: 'station_status' });
  await feed.fetch();
  await expect(banners(page)).toContainText('The whole feed lags 3 days behind.');
  const freshness = page.getByRole('region', { name: 'Freshness of the data' });
  await expect(freshness).toContainText('feed 3 days behind');
  await feed.mend();
  await feed.fetch();
  await expect(banners(page)).not.toContainText('lags');
});
