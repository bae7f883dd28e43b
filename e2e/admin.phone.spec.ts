import { expect, test } from './fixtures';

test.use({ role: 'admin', locale: 'fr-FR' });

test('the administration fits a phone, in French, under a thumb', async ({ page }) => {
  await page.goto('/map');
  const rail = page.getByRole('navigation', { name: 'Navigation principale' });
  await expect(
    rail.getByRole('link').or(rail.getByRole('button')).filter({ visible: true }),
  ).toHaveCount(6);
  await rail.getByRole('link', { name: 'Admin' }).click();
  await expect(page.getByRole('heading', { name: 'Flux', level: 1 })).toBeVisible();

  for (const [tab, title] of [
    ['Audit', 'Audit'],
    ['Flux', 'Flux'],
  ] as const) {
    const link = page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: tab });
    await link.click();
    await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
    await expect(link).toHaveAttribute('aria-current', 'page');
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }
  const run = page.getByRole('button', { name: 'Exécuter : Disponibilité' });
  expect((await run.boundingBox())?.height).toBeGreaterThanOrEqual(44);
});
