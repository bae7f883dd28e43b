import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { openMap, stationList, stationPanel } from './support/mapPage';

test.use({ role: 'admin' });

test('the list leads to a station and back without a mouse', async ({ page }) => {
  await openMap(page);
  const list = stationList(page);
  await list.focus();
  const active = () => list.getAttribute('aria-activedescendant');
  await page.keyboard.press('ArrowDown');
  const first = await active();
  await page.keyboard.press('ArrowDown');
  const second = await active();
  expect(second).not.toBe(first);
  await page.keyboard.press('ArrowUp');
  expect(await active()).toBe(first);
  await page.keyboard.press('ArrowDown');

  const name = await page.locator(`[id="${second}"]`).locator('.font-medium').first().textContent();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('article', { name: name!.trim() });
  await expect(panel).toBeVisible();
  // Where the focus was is covered; it goes on with what covers it.
  await expect(panel.getByRole('heading', { level: 2 })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
  await expect(list).toBeVisible();
});

test('the ends of the list are one key away, and the search is emptied by Escape', async ({
  page,
}) => {
  await openMap(page);
  const list = stationList(page);
  await list.focus();
  await page.keyboard.press('End');
  const total = await list.getByRole('option').first().getAttribute('aria-setsize');
  const last = list.locator(`[aria-posinset="${total}"]`);
  await expect(last).toBeInViewport();
  await page.keyboard.press('Home');
  await expect(list.locator('[aria-posinset="1"]')).toBeInViewport();

  const search = page.getByRole('searchbox');
  await search.fill('gare');
  await search.press('Escape');
  await expect(search).toHaveValue('');
});

test('the first key leads past the navigation', async ({ page }) => {
  await openMap(page);
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: 'Skip to content' });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
});

test('everything that can be pressed or filled in has a name', async ({ page, feed }) => {
  const [station] = [...(await feed.read()).values()];
  await openMap(page);
  await expect(stationList(page)).toBeVisible();
  await expectNames(page);
  await openMap(page, `?station=${station!.stationId}`);
  await expect(stationPanel(page, station!.name)).toBeVisible();
  await expectNames(page);
  await page.goto('/settings');
  await expect(page.getByRole('button', { name: 'Save version' })).toBeVisible();
  await expectNames(page);
});

async function expectNames(page: Page): Promise<void> {
  const controls = page.locator('button:visible, a:visible, input:visible, select:visible');
  expect(await controls.count()).toBeGreaterThan(5);
  for (const control of await controls.all()) await expect(control).toHaveAccessibleName(/\S/);
  for (const image of await page.getByRole('img').all()) {
    await expect(image).toHaveAccessibleName(/\S/);
  }
}
