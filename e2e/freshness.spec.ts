import { expect, test } from './fixtures';
import { ageBeats, ageData } from './support/age';
import { banners, mapCanvas, openMap, stationPanel } from './support/mapPage';
import { processOf } from './support/processes';

test.setTimeout(120_000);

test('data that stand still lose their colour and say since when; a silent worker is named', async ({
  page,
  db,
  feed,
  installation,
}) => {
  const { systemId } = installation;
  await openMap(page);
  const freshness = page.getByRole('region', { name: 'Freshness of the data' });
  await expect(freshness).toContainText(/updated \d+ s ago/);
  const map = page.getByRole('region', { name: 'Map of stations' });
  await expect(map).toHaveAttribute('data-stale', 'false');

  const worker = processOf(installation, 'worker');
  process.kill(worker, 'SIGSTOP');
  try {
    await ageData(db, systemId, 250);
    await ageBeats(db, systemId, 130);
    await expect(banners(page).getByRole('alert')).toContainText(
      /The worker has been silent for (1\d\d s|2 min): nothing new is fetched/,
    );
    const since = /These data are \d min old, since \d\d:\d\d\. Do not send anyone/;
    await expect(banners(page)).toContainText(since);
    await expect(freshness).toContainText(/updated 4 min ago/);
    await expect(map).toHaveAttribute('data-stale', 'true');
    await expect(mapCanvas(page).locator('.leaflet-map-pane')).toHaveCSS('filter', /saturate/);
    // Search and links go on working on the last data.
    await page.getByRole('searchbox').fill('e');
    await expect(page.getByText(/^\d+ of \d+ stations$/)).toBeVisible();
  } finally {
    process.kill(worker, 'SIGCONT');
  }
  await feed.fetch();
  await expect(banners(page)).not.toContainText(/silent|These data are/);
  await expect(map).toHaveAttribute('data-stale', 'false');
  await expect(freshness).toContainText(/updated \d+ s ago/);
});

test('the page tells of a server that is gone, and catches up when it is back', async ({
  page,
  feed,
  installation,
  troubles,
}) => {
  troubles.expect(/ERR_|status of 50\d|answer: 50\d|districts could not be fetched/);
  const station = [...(await feed.read()).values()].filter((one) => one.isRenting)[7]!;
  const { stationId, name, capacity } = station;
  await feed.set(stationId, { numBikesAvailable: 12 });
  await feed.fetch();
  await openMap(page, `?station=${stationId}`);
  const freshness = page.getByRole('region', { name: 'Freshness of the data' });
  await expect(freshness.getByRole('img', { name: 'Live' })).toBeVisible();

  // The launcher has it up again soon; the page is kept from it for as long as the spec says.
  await page.route('**/api/map/**', (route) => route.abort('connectionrefused'));
  process.kill(processOf(installation, 'web'), 'SIGKILL');
  await expect(freshness.getByRole('img', { name: 'Disconnected' })).toBeVisible();
  await expect(banners(page).getByRole('alert')).toContainText(/Connection lost \d+ s ago/);
  await feed.set(stationId, { numBikesAvailable: 2 });
  await feed.fetch();
  await expect(stationPanel(page, name)).toContainText(`12 of ${capacity} bikes`);

  await page.unroute('**/api/map/**');
  await expect(freshness.getByRole('img', { name: 'Live' })).toBeVisible({ timeout: 60_000 });
  await expect(stationPanel(page, name)).toContainText(`2 of ${capacity} bikes`);
  await expect(banners(page).getByRole('alert')).toHaveCount(0);
});
