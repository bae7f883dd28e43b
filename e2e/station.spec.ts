import { expect, test } from './fixtures';
import {
  markerPosition,
  openMap,
  severityLine,
  stationList,
  stationPanel,
  stationRow,
} from './support/mapPage';

test('a selected station shows its numbers and why it is judged so', async ({ page, feed }) => {
  const stations = [...(await feed.read()).values()];
  const { stationId, name, capacity } = stations.find((one) => one.capacity >= 20)!;
  await feed.set(stationId, { numBikesAvailable: 0, isInstalled: true, isRenting: true });
  await feed.fetch();
  await openMap(page, `?q=${encodeURIComponent(name)}`);
  await stationRow(page, name).click();
  const panel = stationPanel(page, name);
  await expect(panel).toBeVisible();
  await expect(page).toHaveURL(new RegExp(`station=${stationId}`));
  await expect(severityLine(page, name, 'Empty')).toBeVisible();
  const target = Math.max(3, Math.ceil(capacity / 5));
  const why = panel.getByText(
    new RegExp(
      `^0 of ${capacity} bikes, target ${target}; (covered by \\d+ bikes? \\d+ m away|nearest with bikes .+ m|none with bikes .+); reported \\d+ s ago\\.$`,
    ),
  );
  await expect(why).toBeVisible();
  const numbers = panel.getByRole('region', { name: 'Numbers' });
  const shortage = numbers.locator('dl > div').filter({ hasText: 'Shortage' });
  await expect(shortage.getByRole('definition')).toHaveText(String(target));

  await panel.getByRole('button', { name: 'Back to the list' }).click();
  await expect(panel).toBeHidden();
  await expect(stationList(page)).toBeVisible();
});

test('a link opens its station, Back closes what was opened', async ({ page, feed }) => {
  const [first, second] = [...(await feed.read()).values()];
  await openMap(page, `?station=${first!.stationId}`);
  await expect(stationPanel(page, first!.name)).toBeVisible();

  await openMap(page, `?q=${encodeURIComponent(second!.name)}`);
  await stationRow(page, second!.name).first().click();
  await expect(stationPanel(page, second!.name)).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(page).toHaveURL(/\?q=/);
  await page.goForward();
  await expect(stationPanel(page, second!.name)).toBeVisible();
});

test('a link that outlived its station says so and leads to the list', async ({ page }) => {
  await openMap(page, '?station=1');
  const gone = page.getByRole('article');
  await expect(gone).toContainText('This station is not in the feed any more.');
  await gone.getByRole('button', { name: 'Back to the list' }).click();
  await expect(gone).toHaveCount(0);
  await expect(stationList(page)).toBeVisible();
  await expect(page).toHaveURL(/\/map$/);
});

test('a click on a marker opens its station', async ({ page, feed }) => {
  const { stationId, name } = [...(await feed.read()).values()][0]!;
  await openMap(page, `?station=${stationId}`);
  await expect(stationPanel(page, name)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(stationPanel(page, name)).toBeHidden();
  await page.getByRole('searchbox').fill(name);
  const { x, y } = await markerPosition(page, name);
  await page.mouse.move(x, y);
  await expect(page.getByRole('tooltip')).toContainText(name);
  await page.mouse.click(x, y);
  await expect(stationPanel(page, name)).toBeVisible();
});
