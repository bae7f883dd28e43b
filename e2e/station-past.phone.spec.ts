import { expect, test } from './fixtures';
import { openMap, stationPanel } from './support/mapPage';

test('on a phone the sheet at its full height shows the day, and a finger reads it', async ({
  page,
  feed,
}) => {
  const [station] = [...(await feed.read()).values()];
  await openMap(page, `?station=${station!.stationId}`);
  const panel = stationPanel(page, station!.name);
  const handle = page.getByRole('button', { name: /^Height of the list/ });
  await handle.tap();
  await expect(handle).toHaveAccessibleName(/Full height/);
  const chart = panel.getByRole('slider');
  await chart.scrollIntoViewIfNeeded();
  await expect(chart).toBeInViewport({ ratio: 1 });
  await expect(panel.getByText('now', { exact: true })).toBeVisible();
  await chart.tap({ position: { x: 120, y: 60 } });
  await expect(panel.getByText(/^\d\d:\d\d/).first()).toBeVisible();
  await expect(panel.getByText('now', { exact: true })).toHaveCount(0);

  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  for (const control of await panel.getByRole('button').all()) {
    const { width: wide, height } = (await control.boundingBox())!;
    const name = (await control.getAttribute('aria-label')) ?? (await control.textContent());
    expect(Math.min(wide, height), name ?? '').toBeGreaterThanOrEqual(44);
  }
});
