import { expect, test } from './fixtures';
import { judgedPlainly, SEVERITY_ORDER } from './support/judgedPlainly';
import { openMap, severityChip, shownCount, stationList, stationRow } from './support/mapPage';
import { readStations } from './support/stationsApi';

test('the morning on the map is the morning of the feed', async ({ page, feed }) => {
  await openMap(page);
  // The city lives on while it is read: what is compared has to be of one moment.
  await expect(async () => {
    const before = await feed.read();
    const stations = await readStations(page);
    const after = await feed.read();
    expect([...after], 'the feed moved').toEqual([...before]);
    const judged = judgedPlainly([...before.values()]);
    expect(stations.length).toBe(before.size);
    for (const { stationId, severity, numBikesAvailable, capacity, targetBikes } of stations) {
      const own = judged.get(stationId)!;
      expect({ severity, targetBikes }, own.name).toEqual({
        severity: own.severity,
        targetBikes: own.targetBikes,
      });
      expect({ numBikesAvailable, capacity }).toEqual({
        numBikesAvailable: before.get(stationId)!.numBikesAvailable,
        capacity: before.get(stationId)!.capacity,
      });
    }
    for (const severity of SEVERITY_ORDER) {
      const counted = [...judged.values()].filter((one) => one.severity === severity).length;
      expect(await shownCount(page, severity), severity).toBe(counted);
    }
  }).toPass({ timeout: 20_000 });
  // A morning worth a map: some of each.
  for (const severity of SEVERITY_ORDER) {
    expect(await shownCount(page, severity), severity).toBeGreaterThan(0);
  }
});

test('the list is ranked, worst first, as the API ranks', async ({ page }) => {
  await openMap(page);
  await expect(async () => {
    const shown = await stationList(page)
      .getByRole('option')
      .evaluateAll((rows) =>
        rows
          .map((row) => ({
            position: Number(row.getAttribute('aria-posinset')),
            stationId: row.dataset.stationId,
          }))
          .sort((a, b) => a.position - b.position),
      );
    const ranked = await readStations(page);
    expect(shown.length).toBeGreaterThan(5);
    expect(shown.map(({ stationId }) => stationId)).toEqual(
      ranked.slice(0, shown.length).map(({ stationId }) => stationId),
    );
  }).toPass({ timeout: 20_000 });
});

test('a severity narrows list and count', async ({ page }) => {
  await openMap(page);
  await severityChip(page, 'empty').click();
  await expect(severityChip(page, 'empty')).toHaveAttribute('aria-pressed', 'true');
  await expect(page).toHaveURL(/[?&]severity=empty/);
  const rows = stationList(page).getByRole('option');
  await expect(rows.first()).toHaveAttribute('data-severity', 'empty');
  for (const row of await rows.all()) await expect(row).toHaveAttribute('data-severity', 'empty');
  const total = (await readStations(page)).length;
  await expect(page.getByText(new RegExp(`^\\d+ of ${total} stations$`))).toBeVisible();
});

test('search and filters live in the address and survive a reload', async ({ page }) => {
  await openMap(page);
  const target = (await readStations(page)).find(({ name }) => /^\p{L}/u.test(name))!;
  const search = page.getByRole('searchbox', { name: 'Search stations' });
  await search.fill(target.name.toUpperCase());
  await severityChip(page, target.severity).click();
  await expect(stationRow(page, target.name)).toBeVisible();
  await expect(page).toHaveURL(/[?&]q=/);
  await expect(page).toHaveURL(new RegExp(`severity=${target.severity}`));

  await page.reload();
  await expect(search).toHaveValue(target.name.toUpperCase());
  await expect(severityChip(page, target.severity)).toHaveAttribute('aria-pressed', 'true');
  await expect(stationRow(page, target.name)).toBeVisible();

  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(search).toHaveValue('');
  await expect(page).toHaveURL(/\/map$/);
});

test('accents, case and order of words do not matter to the search', async ({ page }) => {
  await openMap(page);
  const accented = (await readStations(page)).find(({ name }) => /[éèêôç]/i.test(name))!;
  const plain = accented.name
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  await page.getByRole('searchbox').fill(words.reverse().join(' '));
  await expect(stationRow(page, accented.name)).toBeVisible();
});

test('a question nobody answers says what was asked and what to loosen', async ({ page }) => {
  await openMap(page, '?q=zzzzzz');
  await expect(page.getByText('No station matches')).toBeVisible();
  await expect(page.getByText('Asked for: “zzzzzz”.')).toBeVisible();
  await page.getByRole('button', { name: /^Without the search/ }).click();
  await expect(stationList(page)).toBeVisible();
  await expect(page).toHaveURL(/\/map$/);
});
