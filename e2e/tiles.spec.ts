import { expect, test } from './fixtures';
import { mapCanvas, openMap, severityChip, stationRow } from './support/mapPage';
import { readStations } from './support/stationsApi';
import { TILE_ADDRESSES } from './support/tiles';

test('a background map that is away takes nothing else with it', async ({
  page,
  context,
  troubles,
}) => {
  let asked = 0;
  // Browsers write each image that did not come to the console; the page adds nothing to it.
  troubles.expect(/tiles\.example/);
  await context.route(TILE_ADDRESSES, (route) => {
    asked += 1;
    return route.abort('namenotresolved');
  });
  await openMap(page);
  const note = page.getByText('Background map unavailable; the stations are complete.');
  await expect(note).toBeVisible();
  await expect(note).toHaveCount(1);
  await expect(severityChip(page, 'ok')).toBeVisible();
  // Districts are the ground that is left.
  await expect(mapCanvas(page).locator('canvas').first()).toBeVisible();
  const [worst] = await readStations(page);
  await page.getByRole('searchbox').fill(worst!.name);
  await expect(stationRow(page, worst!.name).first()).toBeVisible();
  const askedAtRest = asked;
  await page.getByRole('button', { name: 'Legend' }).click();
  await expect(page.getByRole('heading', { name: 'How to read the map' })).toBeVisible();
  expect(asked, 'tiles are not asked for again and again').toBe(askedAtRest);
  expect(asked).toBeLessThan(100);

  // The host is back: a map that moves asks again, and the note goes.
  await context.unroute(TILE_ADDRESSES);
  await context.route(TILE_ADDRESSES, (route) =>
    route.fulfill({
      contentType: 'image/svg+xml',
      body: '<svg xmlns="http://www.w3.org/2000/svg"/>',
    }),
  );
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(note).toBeHidden();
});
