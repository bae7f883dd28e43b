import { expect, test } from './fixtures';
import { largestDistrict, newestVersion, restoreSettings } from './support/settingsPage';

test.use({ role: 'admin', locale: 'fr-FR' });
test.afterEach(({ db, installation }) => restoreSettings(db, installation.systemId));

test('on a phone, in French: seuils d’un arrondissement, aperçu, enregistrement', async ({
  page,
  db,
  installation: { systemId },
}) => {
  const district = await largestDistrict(db, systemId);
  await page.goto('/settings');
  await page.getByRole('combobox', { name: 'Où' }).selectOption(district.districtId);
  await page.getByRole('button', { name: 'Ajouter des seuils' }).tap();
  const card = page.getByRole('group', { name: `${district.name}, à toute heure` });
  await card.getByRole('textbox', { name: 'Vide à partir de' }).fill('8');

  const preview = page.getByRole('region', { name: 'Aperçu' });
  await expect(preview.getByText(/stations? serai(en)?t jugées? autrement/)).toBeVisible();
  await page.getByRole('textbox', { name: 'Motif' }).fill('Travaux');
  await page.getByRole('button', { name: 'Enregistrer la version' }).tap();
  await expect(page.getByText(/enregistrée\. Elle est en vigueur/)).toBeVisible();
  expect((await newestVersion(db, systemId))?.settings.overrides).toHaveLength(1);
  // Nothing is wider than the screen.
  const wider = await page.evaluate(
    () => document.documentElement.scrollWidth > document.documentElement.clientWidth,
  );
  expect(wider).toBe(false);
});
