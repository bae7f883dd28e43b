import { expect, test } from './fixtures';

test('on a phone a station’s history is read by a finger, and fits', async ({ page, feed }) => {
  const [station] = [...(await feed.read()).values()];
  await page.goto(`/stations/${station!.stationId}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(station!.name);
  const past = page.getByRole('region', { name: 'Stock over time' });
  const chart = past.getByRole('slider');
  await chart.scrollIntoViewIfNeeded();
  await expect(past.getByText('now', { exact: true })).toBeVisible();
  await chart.tap({ position: { x: 120, y: 60 } });
  await expect(past.getByText('now', { exact: true })).toHaveCount(0);

  await past.getByRole('button', { name: 'Zoom in' }).tap();
  await expect(page).toHaveURL(/from=/);
  await past.getByRole('button', { name: 'Show the whole span' }).tap();
  await expect(page).not.toHaveURL(/from=/);

  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
  for (const control of await past.getByRole('button').all()) {
    const { width: wide, height } = (await control.boundingBox())!;
    const name = (await control.getAttribute('aria-label')) ?? (await control.textContent());
    expect(Math.min(wide, height), name ?? '').toBeGreaterThanOrEqual(44);
  }
});
