import { expect, test } from './fixtures';

test.use({ role: 'dispatcher', locale: 'fr-FR' });

test('en français, au téléphone : une règle se crée sous le pouce', async ({ page }) => {
  await page.goto('/alerts');
  await expect(page.getByRole('heading', { name: 'Alertes', level: 1 })).toBeVisible();
  const add = page.getByRole('button', { name: 'Nouvelle règle' });
  expect((await add.boundingBox())!.height).toBeGreaterThanOrEqual(44);
  await add.tap();
  const form = page.getByRole('dialog', { name: 'Nouvelle règle' });
  await form.getByRole('textbox', { name: 'Nom' }).fill('Pointe du matin');
  await form.getByRole('checkbox', { name: 'Seulement à certaines heures' }).check();
  const save = form.getByRole('button', { name: 'Enregistrer la règle' });
  // In sight without scrolling, whatever the form's length.
  await expect(save).toBeInViewport();
  await save.tap();
  const item = page.getByRole('listitem').filter({ hasText: 'Pointe du matin' });
  await expect(item).toContainText('Vides, non couvertes, depuis 15 minutes');
  await expect(item).toContainText('tous les jours, de 07:00 à 10:00');
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width).toBeLessThanOrEqual(390);
});
