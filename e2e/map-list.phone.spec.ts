import type { Locator } from '@playwright/test';
import { expect, test } from './fixtures';
import { savedFile, tableRows } from './support/exported';
import { openMap } from './support/mapPage';
import { districtsOfTheNinth, emptyStations } from './support/ninth';

test.use({ locale: 'fr-FR' });

test('a thumb finds the three worst uncovered deficits of the 9th arrondissement and saves them', async ({
  page,
  db,
  feed,
}) => {
  await emptyStations(db, feed, await districtsOfTheNinth(db));
  await openMap(page);
  const handle = page.getByRole('button', { name: /^Hauteur de la liste/ });
  await handle.tap();
  await expect(handle).toHaveAccessibleName(/Mi-hauteur|moiti/i);
  await page.getByRole('button', { name: 'Filtres' }).tap();
  const sheet = page.getByRole('dialog', { name: 'Filtres' });
  await expectThumbSize(sheet.getByRole('button').or(sheet.getByRole('combobox')));
  await sheet.getByRole('combobox', { name: 'Quartier' }).selectOption('9e arrondissement');
  await sheet.getByRole('combobox', { name: 'Couverture' }).selectOption('Non couvert');
  await sheet.getByRole('button', { name: /^Voir \d+ stations$/ }).tap();
  await expect(sheet).toBeHidden();
  await expect(page.getByRole('button', { name: 'Filtres, 2 actifs' })).toBeVisible();
  await expect(
    page.getByRole('button', { name: 'Retirer le filtre : 9e arrondissement' }),
  ).toBeVisible();

  await handle.tap();
  await page.getByRole('button', { name: 'Sélectionner des stations' }).tap();
  const rows = page.getByRole('listbox').getByRole('option');
  for (const at of [0, 1, 2]) await rows.nth(at).tap();
  await expect(rows.nth(2)).toHaveAttribute('aria-selected', 'true');
  await page.getByRole('button', { name: 'Exporter' }).tap();
  const { text } = await savedFile(page, () =>
    page.getByRole('button', { name: 'Télécharger en CSV' }).tap(),
  );
  const saved = tableRows(text, ',');
  expect(saved.map(({ covered }) => covered)).toEqual(['false', 'false', 'false']);
});

async function expectThumbSize(controls: Locator): Promise<void> {
  for (const control of await controls.all()) {
    const box = (await control.boundingBox())!;
    const name = (await control.getAttribute('aria-label')) ?? (await control.textContent());
    expect(Math.min(box.width, box.height), name ?? '').toBeGreaterThanOrEqual(44);
  }
}
