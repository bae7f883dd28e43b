import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { mapCanvas, stationList } from './support/mapPage';

const THEMES = ['light', 'dark'] as const;

/** Every page, and what tells that it is drawn. Opened by an admin, who sees the most. */
const PAGES: Record<string, { path: string; isDrawn(page: Page): Promise<void> }> = {
  map: { path: '/map', isDrawn: cityIsDrawn },
  'an empty search': { path: '/map?q=zzzzzz', isDrawn: cityIsDrawn },
  wall: { path: '/wall', isDrawn: cityIsDrawn },
  settings: { path: '/settings', isDrawn: headingIsDrawn },
  alerts: { path: '/alerts', isDrawn: headingIsDrawn },
  insights: { path: '/insights', isDrawn: headingIsDrawn },
  'own account': { path: '/me', isDrawn: headingIsDrawn },
  'the API reference': { path: '/api-docs', isDrawn: headingIsDrawn },
  people: { path: '/admin/people', isDrawn: headingIsDrawn },
  feeds: { path: '/admin/feeds', isDrawn: headingIsDrawn },
  audit: { path: '/admin/audit', isDrawn: headingIsDrawn },
  'a page that is not there': { path: '/nowhere', isDrawn: headingIsDrawn },
};

async function cityIsDrawn(page: Page) {
  await expect(mapCanvas(page)).toHaveAttribute('data-status-version', /\d+/);
}

async function headingIsDrawn(page: Page) {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

/** What axe finds, a line each: rule, and where. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

for (const theme of THEMES) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme, role: 'admin' });

    for (const [name, { path, isDrawn }] of Object.entries(PAGES)) {
      test(`axe finds nothing on ${name}`, async ({ page, troubles }) => {
        if (path === '/nowhere') troubles.expect(/status of 404/);
        await page.goto(path);
        await isDrawn(page);
        expect(await violations(page)).toEqual([]);
      });
    }

    test('axe finds nothing on an open station', async ({ page }) => {
      await page.goto('/map');
      await cityIsDrawn(page);
      await stationList(page).getByRole('option').first().click();
      await expect(page.getByRole('article')).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('axe finds nothing on a station’s history', async ({ page, feed }) => {
      const [stationId] = [...(await feed.read()).keys()];
      await page.goto(`/stations/${stationId}`);
      await headingIsDrawn(page);
      await expect(page.getByRole('region', { name: 'Nearby stations' })).toBeVisible();
      expect(await violations(page)).toEqual([]);
    });

    test('axe finds nothing where nobody is signed in', async ({ page, context }) => {
      await context.clearCookies();
      await page.goto('/sign-in');
      await headingIsDrawn(page);
      expect(await violations(page)).toEqual([]);
    });
  });
}
