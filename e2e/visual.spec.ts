import type { Page } from '@playwright/test';
import { test as base, expect } from './fixtures';
import { mapCanvas } from './support/mapPage';
import type { OtherWeb } from './support/startWeb';
import { startStillCity } from './support/stillCity';

/**
 * The main pages as they were approved (e2e/snapshots). After a wanted change:
 * UPDATE_SNAPSHOTS=1 npm test -- --only e2e visual.spec.ts, then look at what changed.
 */
const test = base.extend<object, { still: OtherWeb }>({
  still: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs here
    async ({}, use) => {
      const still = await startStillCity(300);
      await use(still);
      still.stop();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

test.use({ role: 'admin', contextOptions: { reducedMotion: 'reduce' } });

/** Ages, clocks and names of people that differ from run to run. */
const moving = (page: Page) => [
  page.getByRole('region', { name: 'Freshness of the data' }),
  page.locator('time'),
  page.getByTestId('map-banners'),
];

async function compare(page: Page, name: string) {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await expect(page).toHaveScreenshot(`${name}.png`, { mask: moving(page) });
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the map', async ({ page, still }) => {
      await page.goto(`${still.url}/map`);
      await expect(mapCanvas(page)).toHaveAttribute('data-status-version', /\d+/);
      await compare(page, `map-${colorScheme}`);
    });

    test('the settings', async ({ page, still }) => {
      await page.goto(`${still.url}/settings`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await compare(page, `settings-${colorScheme}`);
    });

    test('signing in', async ({ page, context, still }) => {
      await context.clearCookies();
      await page.goto(`${still.url}/sign-in`);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await compare(page, `sign-in-${colorScheme}`);
    });
  });
}

test('the map on a phone', async ({ page, still }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${still.url}/map`);
  await expect(mapCanvas(page)).toHaveAttribute('data-status-version', /\d+/);
  await compare(page, 'map-phone');
});

test('the wall', async ({ page, still }) => {
  await page.setViewportSize({ width: 1920, height: 1080 });
  await page.goto(`${still.url}/wall?every=600`);
  await expect(mapCanvas(page)).toHaveAttribute('data-status-version', /\d+/);
  await compare(page, 'wall');
});
