import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';
import {
  expectPainted,
  layerCanvas,
  layerSwitch,
  layersButton,
  paintedShare,
} from './support/mapLayers';
import { mapCanvas, openMap, stationList } from './support/mapPage';
import { readStations } from './support/stationsApi';

test('layers are chosen by keyboard, kept in the address and remembered', async ({ page }) => {
  await openMap(page);
  await layersButton(page).focus();
  await page.keyboard.press('Enter');
  const heat = layerSwitch(page, 'Heat of the shortage');
  await expect(heat).not.toBeChecked();
  await heat.focus();
  await page.keyboard.press('Space');
  await expect(heat).toBeChecked();
  await expect(page).toHaveURL(/[?&]layers=vehicles,districts,heat\b/);
  await expectPainted(page, 'heat');
  await page.keyboard.press('Escape');
  await expect(heat).toBeHidden();
  await expect(layersButton(page)).toBeFocused();

  // A plain address shows what was chosen last, and says so.
  await openMap(page);
  await expectPainted(page, 'heat');
  await expect(page).toHaveURL(/[?&]layers=vehicles,districts,heat\b/);
  await layersButton(page).click();
  await heat.uncheck();
  await expect(page).toHaveURL(/\/map$/);
  await expect(layerCanvas(page, 'heat')).toHaveCount(0);
});

test('an address shows its own layers to whoever opens it', async ({ page }) => {
  await openMap(page, '?layers=areas');
  await expectPainted(page, 'areas');
  await layersButton(page).click();
  await expect(layerSwitch(page, 'Areas of stations')).toBeChecked();
  await expect(layerSwitch(page, 'Own vehicles')).not.toBeChecked();
  await openMap(page, '?layers=<b>,heat');
  await expectPainted(page, 'heat');
  await expect(layerCanvas(page, 'areas')).toHaveCount(0);
});

test('areas follow the filters', async ({ page }) => {
  await openMap(page, '?layers=areas');
  await expectPainted(page, 'areas');
  const before = await paintedShare(page, 'areas');
  await page.goto('/map?layers=areas&severity=empty');
  await expect(mapCanvas(page)).toHaveAttribute('data-status-version', /\d+/);
  await expectPainted(page, 'areas');
  expect(await paintedShare(page, 'areas')).toBeLessThan(before / 2);
});

test('the shortage by district is the sum of its stations, and leads to them', async ({ page }) => {
  await openMap(page, '?layers=districts,shortages');
  await expectPainted(page, 'district-sums');
  await layersButton(page).click();
  const worst = page.getByRole('region', { name: 'Most short now' }).getByRole('button').first();
  const name = (await worst.getAttribute('aria-label'))!;
  const shown = Number(/(\d+) bikes? short/.exec(name)![1]);

  await worst.click();
  await expect(page).toHaveURL(/[?&]district=/);
  const district = new URL(page.url()).searchParams.get('district');
  const parts = (await (
    await page.request.get('/api/map/districts?level=2')
  ).json()) as DistrictAnswer;
  const inside = new Set([district, ...childrenOf(parts, district)]);
  const stations = (await readStations(page)).filter(({ districtId }) => inside.has(districtId));
  const bikes = stations.reduce((sum, { uncoveredShortage }) => sum + uncoveredShortage, 0);
  // The city lives on between two looks.
  expect(Math.abs(bikes - shown)).toBeLessThanOrEqual(Math.max(3, shown * 0.15));
  // What it leads to is in sight.
  await expect(page.getByRole('dialog', { name: 'Layers' })).toBeHidden();
  await expect(stationList(page).getByRole('option').first()).toHaveAttribute(
    'aria-setsize',
    String(stations.length),
  );
});

test('a district answers the pointer: its sums, and a press lists its stations', async ({
  page,
}) => {
  await openMap(page, '?layers=districts,shortages');
  await expectPainted(page, 'district-sums');
  const box = (await mapCanvas(page).boundingBox())!;
  const tip = page.getByRole('tooltip').filter({ hasText: 'Press to list its stations' });
  // Somewhere about the middle of the city the ground lies bare between two markers.
  let [x, y] = [0, 0];
  for (let step = 0; step < 60 && !(await tip.isVisible()); step += 1) {
    x = box.x + box.width * (0.4 + 0.003 * step);
    y = box.y + box.height * (0.4 + 0.002 * step);
    await page.mouse.move(x, y);
  }
  await expect(tip).toContainText(/\d+ bikes? short, uncovered/);
  await page.mouse.click(x, y);
  await expect(page).toHaveURL(/[?&]district=/);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the open panel, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await openMap(page, '?layers=districts,shortages,heat,areas');
    await layersButton(page).click();
    await expect(layerSwitch(page, 'Areas of stations')).toBeVisible();
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((n) => n.html).join()}`)).toEqual(
      [],
    );
  });
}

interface DistrictAnswer {
  features: { properties: { districtId: string; parentId: string | null } }[];
}

function childrenOf({ features }: DistrictAnswer, parentId: string | null): string[] {
  return features
    .filter(({ properties }) => properties.parentId === parentId)
    .map(({ properties }) => properties.districtId);
}
