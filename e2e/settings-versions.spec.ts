import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import {
  largestDistrict,
  newestVersion,
  overrideCard,
  restoreSettings,
  saveAnswer,
  saveButton,
  settingField,
} from './support/settingsPage';

test.use({ role: 'admin' });
test.afterEach(({ db, installation }) => restoreSettings(db, installation.systemId));

async function save(page: Page, reason: string) {
  await settingField(page, 'Reason').fill(reason);
  await saveButton(page).click();
  await expect(saveAnswer(page).filter({ hasText: 'It is in force now.' })).toBeVisible();
}

test('any two versions are compared, and an earlier one is put in force again with a reason', async ({
  page,
  person,
  db,
  installation: { systemId },
}) => {
  await page.goto('/settings');
  await settingField(page, 'Minimum bikes').fill('6');
  await save(page, 'First');
  const first = (await newestVersion(db, systemId))!.version;
  await settingField(page, 'Minimum bikes').fill('7');
  await settingField(page, 'Walking distance').fill('250');
  await save(page, 'Second');
  const second = (await newestVersion(db, systemId))!.version;

  const compare = page.getByRole('region', { name: 'Compare versions' });
  await expect(compare).toContainText('Minimum bikes: 6 → 7 bikes');
  await expect(compare).toContainText('Walking distance: 300 → 250 m');
  await compare.getByRole('combobox', { name: 'From' }).selectOption('Built-in values');
  await compare.getByRole('combobox', { name: 'To', exact: true }).selectOption(`Version ${first}`);
  await expect(compare.getByRole('listitem')).toHaveText(['Minimum bikes: 3 → 6 bikes']);

  await page.getByRole('button', { name: `Revert to version ${first}` }).click();
  const dialog = page.getByRole('dialog', { name: `Revert to version ${first}` });
  await expect(dialog).toContainText('Walking distance: 250 → 300 m');
  await dialog.getByRole('button', { name: 'Revert', exact: true }).click();
  await expect(dialog.getByRole('textbox', { name: 'Reason' })).toHaveAccessibleDescription(
    /Say why/,
  );
  expect((await newestVersion(db, systemId))!.version).toBe(second);

  await dialog.getByRole('textbox', { name: 'Reason' }).fill('It was better');
  await dialog.getByRole('button', { name: 'Revert', exact: true }).click();
  await expect(dialog).toBeHidden();
  expect(await newestVersion(db, systemId)).toMatchObject({
    author: person!.name,
    reason: 'It was better',
    settings: { minBikes: 6, walkRadiusM: 300 },
  });
  // The form, in which nothing was changed, stands on it.
  await expect(settingField(page, 'Minimum bikes')).toHaveValue('6');
  const { rows } = await db.query(
    `SELECT action, after FROM audit_entry WHERE actor_id = $1 ORDER BY id`,
    [person!.id],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'settings.saved',
    'settings.saved',
    'settings.reverted',
  ]);
  expect(rows[2].after).toMatchObject({ revertsTo: first, reason: 'It was better', minBikes: 6 });
});

test('two admins at once: nothing of either is lost, and where both changed one is chosen', async ({
  page,
  visit,
  db,
  installation: { systemId },
}) => {
  const district = await largestDistrict(db, systemId);
  const scope = `${district.name}, all times`;
  const other = await visit('admin');
  for (const who of [page, other]) {
    await who.goto('/settings');
    await who.getByRole('combobox', { name: 'Where' }).selectOption(district.districtId);
    await who.getByRole('button', { name: 'Add thresholds' }).click();
  }
  const minimum = (who: Page) =>
    overrideCard(who, scope).getByRole('textbox', { name: 'Minimum bikes' });
  await minimum(page).fill('7');
  const walk = (who: Page) =>
    who.getByRole('region', { name: 'Cover' }).getByRole('textbox', { name: 'Walking distance' });
  await walk(page).fill('250');
  await save(page, 'Seven of them');

  await minimum(other).fill('9');
  await overrideCard(other, scope).getByRole('textbox', { name: 'Empty at' }).fill('1');
  await settingField(other, 'Reason').fill('Nine of them');
  await saveButton(other).click();
  const conflict = other.getByRole('region', { name: /was saved while you were editing/ });
  await expect(conflict).toContainText('Seven of them');
  const row = (label: string) => conflict.getByRole('row').filter({ hasText: label });
  await expect(row(`${scope}: Minimum bikes`).getByRole('cell')).toHaveText([
    `${scope}: Minimum bikes`,
    '–',
    '7 bikes',
    '9 bikes',
    /both/,
  ]);
  await expect(row('Walking distance')).toContainText(/250 m.*them/);
  await expect(row(`${scope}: Empty at`)).toContainText('you');
  // What the other alone changed is in the form already.
  await expect(walk(other)).toHaveValue('250');
  await row(`${scope}: Minimum bikes`)
    .getByRole('button', { name: /^Use theirs/ })
    .click();
  await expect(minimum(other)).toHaveValue('7');

  await saveButton(other).click();
  await expect(saveAnswer(other).filter({ hasText: 'It is in force now.' })).toBeVisible();
  expect((await newestVersion(db, systemId))?.settings).toMatchObject({
    walkRadiusM: 250,
    overrides: [
      {
        districtId: district.districtId,
        windowId: null,
        values: { minBikes: 7, emptyBikes: 1 },
      },
    ],
  });
});
