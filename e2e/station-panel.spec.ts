import { expect, test } from './fixtures';
import { openMap, stationList, stationPanel, stationRow } from './support/mapPage';

test('one steps along the list as it is filtered, and Escape leads back to the row', async ({
  page,
}) => {
  await openMap(page);
  const list = stationList(page);
  const nameOf = async (place: number) =>
    (await list
      .locator(`[aria-posinset="${place}"]`)
      .locator('.font-medium')
      .first()
      .textContent())!.trim();
  // Unknown stations keep their order whatever the minute brings.
  await page.getByRole('button', { name: /^Unknown: / }).click();
  await expect(page).toHaveURL(/severity|sev|unknown/i);
  const [first, second] = [await nameOf(1), await nameOf(2)];
  await list.locator('[aria-posinset="1"]').click();
  const firstPanel = stationPanel(page, first);
  await expect(firstPanel).toBeVisible();
  const up = page.getByRole('button', { name: 'Previous station in the list' });
  const down = page.getByRole('button', { name: 'Next station in the list' });
  await expect(up).toHaveAttribute('aria-disabled', 'true');
  await expect(firstPanel).toContainText(/1 of \d+/);

  await down.click();
  await expect(stationPanel(page, second)).toBeVisible();
  await expect(down).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(firstPanel).toBeVisible();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(stationPanel(page, second)).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(page.getByRole('article')).toHaveCount(0);
  await expect(list).toBeFocused();
  const active = await list.getAttribute('aria-activedescendant');
  await expect(page.locator(`[id="${active}"]`)).toContainText(second);
});

test('a neighbour is one press away, with its distance and the walk', async ({ page, feed }) => {
  const [station] = [...(await feed.read()).values()];
  await openMap(page, `?station=${station!.stationId}`);
  const panel = stationPanel(page, station!.name);
  const nearby = panel.getByRole('region', { name: 'Nearby stations' });
  const neighbour = nearby.getByRole('button').first();
  await expect(neighbour).toContainText(/\d+ m\s*\d+ min/);
  await neighbour.click();
  await expect(panel).toHaveCount(0);
  await expect(page.getByRole('article').getByRole('heading', { level: 2 })).toBeFocused();
  await expect(page).not.toHaveURL(new RegExp(`station=${station!.stationId}`));
});

test('a station goes elsewhere: its coordinates, its link, other maps', async ({
  page,
  context,
  feed,
  installation,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const [station] = [...(await feed.read()).values()];
  const { stationId, name } = station!;
  await openMap(page, `?q=${encodeURIComponent(name)}&station=${stationId}`);
  const panel = stationPanel(page, name);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  await panel.getByRole('button', { name: 'Copy the coordinates' }).click();
  await expect(panel.getByText('Copied')).toBeVisible();
  const coordinates = await copied();
  expect(coordinates).toMatch(/^-?\d+\.\d{5}, -?\d+\.\d{5}$/);
  await panel.getByRole('button', { name: 'Copy a link' }).click();
  await expect.poll(copied).toBe(`${installation.baseUrl}/map?station=${stationId}`);

  for (const [words, host] of [
    ['Google Maps', 'https://www.google.com/maps/'],
    ['Apple Maps', 'https://maps.apple.com/'],
  ] as const) {
    const link = panel.getByRole('link', { name: words });
    const href = decodeURIComponent((await link.getAttribute('href'))!);
    expect(href.startsWith(host)).toBe(true);
    expect(href).toContain(coordinates.replace(' ', ''));
    await expect(link).toHaveAttribute('rel', /noopener/);
    await expect(link).toHaveAttribute('target', '_blank');
  }
});

test('own vehicles near are told with their distance', async ({ page, db, feed, installation }) => {
  const [station] = [...(await feed.read()).values()];
  const { systemId } = installation;
  const { stationId, name } = station!;
  const touch = () =>
    db.query('UPDATE feed_state SET vehicles_version = vehicles_version + 1 WHERE system_id = $1', [
      systemId,
    ]);
  await db.query(
    `INSERT INTO vehicle (system_id, vehicle_id, lat, lon, kind, is_reserved, is_disabled)
     SELECT $1, 'spec-' || i, lat + i * 0.0009, lon, 'scooter', false, false
     FROM station, generate_series(1, 2) AS i WHERE system_id = $1 AND station_id = $2`,
    [systemId, stationId],
  );
  try {
    await touch();
    await feed.fetch();
    await openMap(page, `?station=${stationId}`);
    const near = stationPanel(page, name).getByRole('region', { name: 'Own vehicles nearby' });
    await expect(near.getByRole('listitem')).toHaveText([
      /Lime scooter\s*100 m\s*2 min/,
      /Lime scooter\s*200 m\s*3 min/,
    ]);
  } finally {
    await db.query(`DELETE FROM vehicle WHERE system_id = $1 AND vehicle_id LIKE 'spec-%'`, [
      systemId,
    ]);
    await touch();
  }
});

test('what a feed calls a station is text, wherever it is shown', async ({ page, feed }) => {
  const name = '<img src=x onerror="document.title=1"> <script>document.title=2</script>';
  const stationId = '70000000001';
  const [near] = [...(await feed.read()).values()];
  await openMap(page, `?station=${near!.stationId}`);
  const [lat, lon] = (await stationPanel(page, near!.name).locator('.select-all').textContent())!
    .split(', ')
    .map(Number) as [number, number];
  const station = { stationId, stationCode: '<b>7</b>', capacity: 20, lat: lat + 0.001, lon };
  await feed.open({ ...station, name });
  try {
    await feed.fetch('stations');
    await feed.rename(stationId, `${name} 2`);
    await feed.fetch('stations');
    await feed.fetch();
    await openMap(page, `?station=${stationId}`);
    const panel = stationPanel(page, `${name} 2`);
    await expect(panel).toContainText('Station <b>7</b>');
    const events = panel.getByRole('region', { name: 'What happened' });
    await expect(events).toContainText(`Renamed, before: ${name}`);
    await page.keyboard.press('Escape');
    await stationRow(page, name).first().hover();
    await expect(page.getByRole('tooltip')).toContainText(name);

    await stationRow(page, name).first().click();
    await panel
      .getByRole('region', { name: 'Nearby stations' })
      .getByRole('button')
      .first()
      .click();
    await expect(panel).toHaveCount(0);
    await expect(page.locator('img[src="x"]')).toHaveCount(0);
    await expect(page).toHaveTitle('Map · Limelight');
  } finally {
    await feed.close(stationId);
    await feed.fetch('stations');
    await feed.fetch();
  }
});

test.describe('in French', () => {
  test.use({ locale: 'fr-FR' });

  test('the panel speaks it throughout', async ({ page, feed }) => {
    const [station] = [...(await feed.read()).values()];
    await openMap(page, `?station=${station!.stationId}`);
    const panel = stationPanel(page, station!.name);
    await expect(panel.getByRole('region', { name: '24 dernières heures' })).toBeVisible();
    const chart = panel.getByRole('slider', {
      name: `${station!.name}\u00a0: vélos utilisables sur les 24 dernières heures`,
    });
    await expect(chart).toHaveAttribute('aria-valuetext', /^\d\d:\d\d\s: .*Vélos utilisables/);
    await expect(panel.getByRole('region', { name: 'Ce qui s’est passé' })).toContainText(
      /Vue pour la première fois dans le flux|Renommée, avant/, // other specs rename stations
    );
    await expect(panel.getByRole('button', { name: 'Station suivante de la liste' })).toBeVisible();
    await expect(panel.getByRole('link', { name: 'Plans (Apple)' })).toBeVisible();
  });
});
