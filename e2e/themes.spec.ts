import { expect, test } from './fixtures';
import { openMap } from './support/mapPage';

test.use({ role: 'admin' });

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the pages follow a system that is ${colorScheme}`, async ({ page }, testInfo) => {
    await page.emulateMedia({ colorScheme });
    for (const address of ['/map', '/settings']) {
      if (address === '/map') await openMap(page);
      else await page.goto(address);
      await expect(page.locator('html')).toHaveClass(new RegExp(`\\b${colorScheme}\\b`));
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const brightness = ground
        .match(/\d+(\.\d+)?/g)!
        .slice(0, 3)
        .map(Number);
      const mean = brightness.reduce((sum, one) => sum + one, 0) / 3;
      expect(mean > 128, `${address} ${ground}`).toBe(colorScheme === 'light');
      // For people to look at; nothing is compared with it.
      const path = testInfo.outputPath(`${address.slice(1)}-${colorScheme}.png`);
      await page.screenshot({ path });
    }
  });
}

test('a choice in the account’s menu wins over the system, and stays', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await openMap(page);
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('radio', { name: 'Dark' }).check({ force: true });
  await expect(page.locator('html')).toHaveClass(/\bdark\b/);
  await page.reload();
  await expect(page.locator('html')).toHaveClass(/\bdark\b/);
});
