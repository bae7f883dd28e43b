import { expect, test } from './fixtures';
import { mapCanvas, openMap, shownCount } from './support/mapPage';
import {
  largestDistrict,
  newestVersion,
  overrideCard,
  previewedCount,
  restoreSettings,
  saveAnswer,
  saveButton,
  settingField,
} from './support/settingsPage';
import { readStations } from './support/stationsApi';

test.use({ role: 'admin' });
test.afterEach(({ db, installation }) => restoreSettings(db, installation.systemId));

test('thresholds of a district are previewed, saved, and recolour an open map there alone', async ({
  page,
  visit,
  db,
  installation: { systemId },
}) => {
  const district = await largestDistrict(db, systemId);
  const viewer = await visit('viewer');
  await openMap(viewer);
  const emptyBefore = await shownCount(viewer, 'empty');
  const painted = await mapCanvas(viewer).getAttribute('data-settings-version');
  const before = new Map((await readStations(viewer)).map((one) => [one.stationId, one]));
  const versionBefore = await newestVersion(db, systemId);

  await page.goto('/settings');
  await page.getByRole('combobox', { name: 'Where' }).selectOption(district.districtId);
  await page.getByRole('button', { name: 'Add thresholds' }).click();
  const card = overrideCard(page, `${district.name}, all times`);
  await card.getByRole('textbox', { name: 'Empty at' }).fill('10');
  await expect(card.getByText('Instead of 0 bikes')).toBeVisible();

  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText(/stations would be judged differently/)).toBeVisible();
  const [emptyNow, emptyThen] = await previewedCount(page, 'Empty');
  expect(emptyThen).toBeGreaterThan(emptyNow);
  await expect(preview.getByRole('region', { name: 'Stations that change' })).toContainText(
    'target',
  );
  // Looking saves nothing.
  expect(await newestVersion(db, systemId)).toEqual(versionBefore);

  await settingField(page, 'Reason').fill('Roadworks');
  await saveButton(page).click();
  await expect(saveAnswer(page).filter({ hasText: 'It is in force now.' })).toBeVisible();
  await expect(mapCanvas(viewer)).not.toHaveAttribute('data-settings-version', painted!);
  await expect.poll(() => shownCount(viewer, 'empty')).toBeGreaterThan(emptyBefore);

  // The API follows, and nobody outside of the district is judged differently by it.
  const inside = new Set(district.stations);
  for (const one of await readStations(viewer)) {
    const was = before.get(one.stationId);
    const isSame = was?.numBikesAvailable === one.numBikesAvailable;
    if (inside.has(one.stationId) && (one.usableBikes ?? 99) <= 10 && one.targetBikes !== 0)
      expect(one.severity, one.name).toBe('empty');
    else if (!inside.has(one.stationId) && isSame)
      expect([one.severity, one.targetBikes], one.name).toEqual([was.severity, was.targetBikes]);
  }
  expect((await newestVersion(db, systemId))?.settings.overrides).toEqual([
    { districtId: district.districtId, windowId: null, values: { emptyBikes: 10 } },
  ]);
});

test('a time window that is in force is marked so, judges the city, and names itself at a station', async ({
  page,
  visit,
  db,
  installation: { systemId },
}) => {
  await page.goto('/settings');
  await page.getByRole('button', { name: 'Add a window' }).click();
  const card = page.getByRole('group', { name: /^Window/ });
  await expect(card.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('All week');
  for (const day of ['Saturday', 'Sunday']) await card.getByRole('checkbox', { name: day }).check();
  await card.getByRole('textbox', { name: 'From' }).fill('0h00');
  await card.getByRole('textbox', { name: 'Until' }).fill('0:00');
  await page.keyboard.press('Tab');
  await expect(card.getByRole('textbox', { name: 'From' })).toHaveValue('00:00');
  await expect(card.getByText('the next day')).toBeVisible();

  await page.getByRole('combobox', { name: 'When' }).selectOption({ label: 'All week' });
  await page.getByRole('button', { name: 'Add thresholds' }).click();
  const thresholds = overrideCard(page, 'Whole city, All week');
  await thresholds.getByRole('textbox', { name: 'Minimum bikes' }).fill('12');

  // As if it were outside of the window nothing would change.
  const preview = page.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText(/stations would be judged differently/)).toBeVisible();
  await preview
    .getByRole('combobox', { name: 'As if it were' })
    .selectOption({ label: 'outside all windows' });
  await expect(preview.getByText('No station would be judged differently.')).toBeVisible();

  await settingField(page, 'Reason').fill('Strike');
  await saveButton(page).click();
  await expect(saveAnswer(page).filter({ hasText: 'It is in force now.' })).toBeVisible();
  await expect(card.getByText('In force now')).toBeVisible();

  const viewer = await visit('viewer');
  const stations = await readStations(viewer);
  const judged = stations.find(
    ({ targetBikes, capacity }) => targetBikes === 12 && capacity! < 60,
  )!;
  expect(judged).toBeTruthy();
  await openMap(viewer, `?station=${judged.stationId}`);
  const panel = viewer.getByRole('article', { name: judged.name });
  await expect(panel.getByText(/Target by the rule: .*, All week\./)).toBeVisible();
  expect((await newestVersion(db, systemId))?.settings.windows).toMatchObject([
    { name: 'All week', days: [1, 2, 3, 4, 5, 6, 7], fromMin: 0, toMin: 0 },
  ]);
});

test('what cannot be is refused where it stands, in words with the mend', async ({ page }) => {
  await page.goto('/settings');
  const add = page.getByRole('button', { name: 'Add a window' });
  await add.click();
  await add.click();
  await page.getByRole('combobox', { name: 'When' }).selectOption({ index: 1 });
  await page.getByRole('button', { name: 'Add thresholds' }).click();
  await settingField(page, 'Reason').fill('Too quick');
  await saveButton(page).click();

  const [first, second] = await page.getByRole('group', { name: /^Window/ }).all();
  await expect(first!.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await expect(first!.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription(
    /Give it a name/,
  );
  await expect(second!.getByRole('textbox', { name: 'From' })).toHaveAccessibleDescription(
    /Only one can be in force at a time: change its days or hours\./,
  );
  await expect(page.getByText('Enter at least one value, or remove it.')).toBeVisible();
  await second!.getByRole('button', { name: 'Remove window' }).click();
  await expect(first!.getByText('Overlaps another window.')).toBeHidden();
});

test('without a mouse: a district is chosen, given a threshold and saved', async ({
  page,
  db,
  installation: { systemId },
}) => {
  const district = await largestDistrict(db, systemId);
  await page.goto('/settings');
  const where = page.getByRole('combobox', { name: 'Where' });
  // A select forgets what was typed when a busy machine pauses between two letters.
  await expect(async () => {
    await where.focus();
    await page.keyboard.type(district.name);
    await expect(where).toHaveValue(district.districtId, { timeout: 1_000 });
  }).toPass();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Add thresholds' })).toBeFocused();
  await page.keyboard.press('Enter');
  const card = overrideCard(page, `${district.name}, all times`);
  await expect(card.getByRole('textbox', { name: 'Minimum bikes' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(card.getByRole('textbox', { name: 'Minimum bikes' })).toHaveValue('4');
  await settingField(page, 'Reason').focus();
  await page.keyboard.type('By keys');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(saveAnswer(page).filter({ hasText: 'It is in force now.' })).toBeVisible();
});
