import { expect, test } from './fixtures';
import { savedFile, tableRows } from './support/exported';
import { openMap, stationList, stationRow } from './support/mapPage';
import { districtsOfTheNinth, emptyStations } from './support/ninth';
import { readStations } from './support/stationsApi';

test.describe('in French', () => {
  test.use({ locale: 'fr-FR' });

  test('the three worst uncovered deficits of the 9th arrondissement are three presses away', async ({
    page,
    db,
    feed,
  }) => {
    const ids = await districtsOfTheNinth(db);
    await emptyStations(db, feed, ids);
    await openMap(page);
    await page.getByRole('combobox', { name: 'Quartier' }).selectOption('9e arrondissement');
    await page.getByRole('combobox', { name: 'Couverture' }).selectOption('Non couvert');
    const list = page.getByRole('listbox', { name: 'Stations, les pires d’abord' });
    const rows = list.getByRole('option');
    await expect(page).toHaveURL(/district=.*cover=uncovered/);

    // The city lives on: list and API must be of one moment.
    await expect(async () => {
      const worst = (await readStations(page)).filter(
        (one) => ids.has(one.districtId ?? '') && one.shortage > 0 && !one.covered,
      );
      expect(worst.length).toBeGreaterThan(2);
      for (const [at, { name }] of worst.slice(0, 3).entries()) {
        await expect(rows.nth(at)).toContainText(name, { timeout: 1_000 });
      }
    }).toPass({ timeout: 20_000 });

    await rows.nth(0).locator('[data-choose]').click();
    await rows.nth(2).click({ modifiers: ['Shift'] });
    await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'true');
    await page.getByRole('button', { name: 'Exporter' }).click();
    await expect(page.getByRole('heading', { name: '3 stations sélectionnées' })).toBeVisible();
    const { name, text } = await savedFile(page, () =>
      page.getByRole('button', { name: 'Télécharger en CSV' }).click(),
    );
    expect(name).toMatch(/^stations-.*simulated.*-\d{4}-\d\d-\d\d-\d{4}\.csv$/);
    await expect(page.getByText(`Enregistré : ${name}`)).toBeVisible();
    const saved = tableRows(text, ',');
    expect(saved).toHaveLength(3);
    for (const row of saved) expect(ids.has(row.districtId!), row.name).toBe(true);
    const ranks = saved.map(({ rank }) => Number(rank));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  });
});

test('docks and bikes narrow the list, show as chips and live in the address', async ({ page }) => {
  await openMap(page);
  await page.getByRole('button', { name: 'More filters' }).click();
  await page.getByRole('textbox', { name: 'Docks, At least' }).fill('30');
  await page.getByRole('textbox', { name: 'Docks, At most' }).fill('35');
  await page.getByRole('combobox', { name: 'Bikes' }).selectOption('No e-bikes');
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/bikes=noEbike/);
  await expect(page).toHaveURL(/docks=30-35/);

  await page.reload();
  const chip = page.getByRole('button', { name: 'Remove the filter: 30 to 35 docks' });
  await expect(chip).toBeVisible();
  await expect(async () => {
    const wanted = (await readStations(page)).filter(
      ({ capacity, numEbikesAvailable }) =>
        capacity !== null && capacity >= 30 && capacity <= 35 && numEbikesAvailable === 0,
    );
    expect(wanted.length).toBeGreaterThan(0);
    await expect(page.getByText(new RegExp(`^${wanted.length} of `))).toBeVisible({
      timeout: 1_000,
    });
  }).toPass({ timeout: 20_000 });
  await chip.click();
  await expect(page).not.toHaveURL(/docks=/);
});

test('a slip in the docks is told in words, and filters nothing', async ({ page }) => {
  await openMap(page);
  await page.getByRole('button', { name: 'More filters' }).click();
  const least = page.getByRole('textbox', { name: 'Docks, At least' });
  await least.fill('many');
  await expect(least).toHaveAccessibleDescription('Whole numbers from 0 to 999 only.');
  await expect(page).toHaveURL(/\/map$/);
  await least.fill('40');
  await page.getByRole('textbox', { name: 'Docks, At most' }).fill('10');
  await expect(least).toHaveAccessibleDescription(/At least is larger than at most/);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /^Any number of docks/ }).click();
  await expect(stationList(page)).toBeVisible();
});

test('the list follows the map when asked to', async ({ page }) => {
  await openMap(page, '?inView=true');
  const shown = async () =>
    Number(
      (await page.getByText(/^[\d,]+ (of [\d,]+ )?stations$/).textContent())!.match(/\d+/)![0],
    );
  await page.getByRole('button', { name: 'Show the whole city' }).click();
  const whole = await shown();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(shown).toBeLessThan(whole);
  const near = await shown();
  await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect.poll(shown).toBeLessThan(near);
  await page.getByRole('button', { name: 'Remove the filter: where the map stands' }).click();
  await expect(page).toHaveURL(/\/map$/);
  await expect.poll(shown).toBeGreaterThanOrEqual(whole);
});

test('stations are chosen and copied without a mouse', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openMap(page, '?severity=empty');
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox')).toBeFocused();
  await page.keyboard.press('ArrowDown');
  const list = stationList(page);
  await expect(list).toBeFocused();
  const chosen = list.getByRole('option', { selected: true });
  await page.keyboard.press('Space');
  await expect(chosen).toHaveCount(1);
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(chosen).toHaveCount(3);
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Space');
  await expect(chosen).toHaveCount(2);

  const menu = page.getByRole('button', { name: 'Export' });
  await menu.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Copy as a table' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('2 stations copied.')).toBeVisible();
  const pasted = tableRows(await page.evaluate(() => navigator.clipboard.readText()), '\t');
  expect(pasted.map(({ severity }) => severity)).toEqual(['empty', 'empty']);
  await page.keyboard.press('Escape');
  await expect(menu).toBeFocused();

  await list.focus();
  await page.keyboard.press('Control+a');
  const total = await list.getByRole('option').first().getAttribute('aria-setsize');
  await expect(page.getByRole('checkbox', { name: /^Select/ })).toBeChecked();
  await expect(page.getByText(`${total} selected`).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(chosen).toHaveCount(0);
});

test('what is chosen stays so when the filters hide it, and says how much', async ({ page }) => {
  await openMap(page, '?severity=empty');
  const rows = stationList(page).getByRole('option');
  await rows.nth(0).locator('[data-choose]').click();
  await page.getByRole('button', { name: /^Critical: / }).click();
  await page.getByRole('button', { name: /^Empty: / }).click();
  await expect(page.getByText('1 not shown')).toBeVisible();
  await page.getByRole('button', { name: 'Export' }).click();
  const { text } = await savedFile(page, () =>
    page.getByRole('button', { name: 'Download GeoJSON' }).click(),
  );
  const { features, simulation } = JSON.parse(text);
  expect(features).toHaveLength(1);
  expect(simulation).toBe('generated');
});

test('the keys are listed, and single keys can be turned off', async ({ page }) => {
  await openMap(page);
  await page.keyboard.press('?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(dialog.getByText('Open the station')).toBeVisible();
  await dialog.getByRole('switch', { name: /single keys/ }).press('Space');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('/');
  await page.keyboard.press('?');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('searchbox')).not.toBeFocused();
  await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
  await expect(dialog.getByRole('switch')).not.toBeChecked();
});

test('a station that runs empty is marked as new, and says so until it is not', async ({
  page,
  feed,
}) => {
  const station = [...(await feed.read()).values()].filter((one) => one.isRenting)[21]!;
  const { stationId, name } = station;
  await feed.set(stationId, { numBikesAvailable: 14 });
  await feed.fetch();
  await openMap(page, `?q=${encodeURIComponent(name)}`);
  const row = stationRow(page, name).first();
  await expect(row).toContainText('14 of');
  await feed.set(stationId, { numBikesAvailable: 0 });
  await feed.fetch();
  await expect(row).toHaveAttribute('data-severity', 'empty');
  await expect(row.getByTitle(/^Critical or empty since \d\d:\d\d$/)).toHaveText('new');
  await feed.set(stationId, { numBikesAvailable: 14 });
  await feed.fetch();
  await expect(row.getByTitle(/^Critical or empty since/)).toBeHidden();
});

test('the legend names the thresholds in force and is reached by keyboard', async ({ page }) => {
  await openMap(page);
  const button = page.getByRole('button', { name: 'Legend' });
  await button.focus();
  await page.keyboard.press('Enter');
  const legend = page.getByRole('dialog', { name: 'Legend' });
  await expect(legend.getByText('At most 50% of the target')).toBeVisible();
  await expect(legend.getByText('Not judged: closed, or silent for 60 min')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(legend).toBeHidden();
  await expect(button).toBeFocused();
});
