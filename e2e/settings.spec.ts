import { defaultSettings } from '@/lib/settings/settings';
import { expect, test } from './fixtures';
import { mapCanvas, openMap, shownCount } from './support/mapPage';
import {
  newestVersion,
  restoreSettings,
  saveAnswer,
  saveButton,
  settingField,
} from './support/settingsPage';

test.use({ role: 'admin' });
test.afterEach(({ db, installation }) => restoreSettings(db, installation.systemId));

test('a threshold, saved with a reason, recolours a map that is open elsewhere', async ({
  page,
  person,
  visit,
  db,
  installation: { systemId },
}) => {
  const viewer = await visit('viewer');
  await openMap(viewer);
  const emptyBefore = await shownCount(viewer, 'empty');
  const painted = await mapCanvas(viewer).getAttribute('data-settings-version');

  await page.goto('/settings');
  await settingField(page, 'Empty at').fill('3');
  await settingField(page, 'Reason').fill('Three broken bikes are no bikes');
  await saveButton(page).click();
  await expect(saveAnswer(page).filter({ hasText: 'It is in force now.' })).toBeVisible();

  await expect(mapCanvas(viewer)).not.toHaveAttribute('data-settings-version', painted!);
  await expect.poll(() => shownCount(viewer, 'empty')).toBeGreaterThan(emptyBefore);

  expect(await newestVersion(db, systemId)).toMatchObject({
    author: person!.name,
    reason: 'Three broken bikes are no bikes',
    settings: { ...defaultSettings, emptyBikes: 3 },
  });
  const newest = page.getByRole('table').last().getByRole('row').nth(1);
  await expect(newest).toContainText(person!.name);
  await expect(newest).toContainText('Three broken bikes are no bikes');
  await expect(newest).toContainText('Empty at: 0 → 3 bikes');
});

test('what cannot be is refused at its field, in words, and nothing is saved', async ({
  page,
  db,
  installation: { systemId },
}) => {
  const before = await newestVersion(db, systemId);
  await page.goto('/settings');
  const cases = [
    ['Minimum bikes', '51', '51 is above 50. Enter a number from 0 to 50.'],
    ['Target share of capacity', '-1', '-1 is below 0. Enter a number from 0 to 100.'],
    ['Empty at', '1.5', 'Only whole numbers here. Enter one from 0 to 10.'],
    ['Critical at', 'half', '“half” is not a number. Enter one from 0 to 100.'],
    ['Walking distance', '', 'Enter a number from 50 to 1,000.'],
  ] as const;
  for (const [name, value] of cases) await settingField(page, name).fill(value);
  await saveButton(page).click();
  for (const [name, , words] of cases) {
    await expect(settingField(page, name)).toHaveAttribute('aria-invalid', 'true');
    await expect(settingField(page, name)).toHaveAccessibleDescription(
      new RegExp(literally(words)),
    );
  }
  await expect(settingField(page, 'Reason')).toHaveAccessibleDescription(/Say why, in a few words/);
  await expect(
    saveAnswer(page).filter({ hasText: 'Not saved: 6 fields need mending.' }),
  ).toBeVisible();
  await expect(settingField(page, 'Minimum bikes')).toBeFocused();
  expect(await newestVersion(db, systemId)).toEqual(before);
});

test('of two admins who change the same version one is shown the other’s', async ({
  page,
  visit,
  db,
  installation: { systemId },
}) => {
  const other = await visit('admin');
  await Promise.all([page.goto('/settings'), other.goto('/settings')]);
  for (const [who, value] of [
    [page, '7'],
    [other, '9'],
  ] as const) {
    await settingField(who, 'Minimum bikes').fill(value);
    await settingField(who, 'Reason').fill(`${value} it is`);
  }
  await saveButton(page).click();
  await expect(saveAnswer(page).filter({ hasText: 'It is in force now.' })).toBeVisible();

  await saveButton(other).click();
  const conflict = other.getByRole('region', { name: /was saved while you were editing/ });
  await expect(conflict).toContainText('Nothing of yours was saved.');
  const row = conflict.getByRole('row').filter({ hasText: 'Minimum bikes' });
  await expect(row).toContainText('7 bikes');
  await expect(row).toContainText('9 bikes');
  expect((await newestVersion(db, systemId))?.settings.minBikes).toBe(7);

  // Having seen the other's, they may still save their own on top of it.
  await saveButton(other).click();
  await expect(saveAnswer(other).filter({ hasText: 'It is in force now.' })).toBeVisible();
  expect(await newestVersion(db, systemId)).toMatchObject({
    reason: '9 it is',
    settings: { minBikes: 9 },
    previous: { minBikes: 7 },
  });
});

function literally(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
