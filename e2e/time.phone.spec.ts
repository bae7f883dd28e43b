import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import { openMap } from './support/mapPage';
import { givePastCity } from './support/pastCity';
import { paintedAtMs, pastBanner, timeBar } from './support/timeBar';

test('a thumb goes an hour back, plays and returns', async ({ page, db, installation }) => {
  const forget = await givePastCity(db, installation.systemId, [
    [3, 12],
    [1, 0],
  ]);
  try {
    await openMap(page);
    await page.getByRole('button', { name: 'Past', exact: true }).tap();
    await timeBar(page).getByRole('button', { name: 'One hour back' }).tap();
    await expect(pastBanner(page)).toBeVisible();
    await expect.poll(() => paintedAtMs(page)).not.toBeNull();
    const at = (await paintedAtMs(page))!;
    await timeBar(page).getByRole('button', { name: 'Play' }).tap();
    await expect.poll(() => paintedAtMs(page)).toBeGreaterThan(at);
    await timeBar(page).getByRole('button', { name: 'Pause' }).tap();

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      390,
    );
    const controls = timeBar(page).locator('button:visible, select, input:not([type=radio])');
    for (const control of await controls.all()) {
      const { width, height } = (await control.boundingBox())!;
      const name = (await control.getAttribute('aria-label')) ?? (await control.textContent());
      expect(Math.min(width, height), name ?? '').toBeGreaterThanOrEqual(44);
    }
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);

    await pastBanner(page).getByRole('button', { name: 'Back to now' }).tap();
    await expect(pastBanner(page)).toHaveCount(0);
  } finally {
    await forget();
  }
});
