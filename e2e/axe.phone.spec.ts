import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';

test.use({ role: 'admin' });

for (const path of [
  '/map',
  '/settings',
  '/alerts',
  '/insights',
  '/me',
  '/api-docs',
  '/admin/people',
  '/admin/feeds',
]) {
  test(`axe finds nothing on ${path} on a phone`, async ({ page }) => {
    await page.goto(path);
    await expect(
      page.getByRole('main').or(page.locator('[data-status-version]')).first(),
    ).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  });
}

test('axe finds nothing on a station’s history on a phone', async ({ page, feed }) => {
  const [stationId] = [...(await feed.read()).keys()];
  await page.goto(`/stations/${stationId}`);
  await expect(page.getByRole('region', { name: 'Nearby stations' })).toBeVisible();
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
});
