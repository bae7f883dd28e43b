import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { leave } from './support/leave';
import { banners, mapCanvas, stationList } from './support/mapPage';
import { startWeb } from './support/startWeb';

test.use({ serviceWorkers: 'allow' });
test.setTimeout(120_000);

test('without a network the map opens as it was last seen, says so, and forgets at sign-out', async ({
  page,
  troubles,
}) => {
  troubles.expect(/ERR_|Failed to (load|fetch)|districts could not be fetched|status of 50\d/);
  const web = await startWeb({});
  const isAway = () =>
    page.request.get(`${web.url}/api/health`).then(
      () => false,
      () => true,
    );
  try {
    await page.goto(`${web.url}/map`);
    await expect(mapCanvas(page)).toHaveAttribute('data-status-version', /\d+/);
    // Kept by the page itself, once it is connected and the worker has taken over.
    await page.evaluate(() => navigator.serviceWorker.ready);
    await page.reload();
    await expect(mapCanvas(page)).toHaveAttribute('data-status-version', /\d+/);
    await expect.poll(() => page.evaluate(keptKeys)).toContain('/map/last-view');
    await expect.poll(() => page.evaluate(keptKeys)).toContain('/map');
    const worst = await worstRows(page);

    web.stop();
    await expect.poll(isAway).toBe(true);
    await page.reload();
    await expect(mapCanvas(page)).toHaveAttribute('data-status-version', /\d+/);
    await expect(banners(page)).toContainText(/Offline\. This is the last known state, of \w+/);
    expect(await worstRows(page)).toEqual(worst);

    await page.goto(`${web.url}/settings`);
    await expect(page.getByRole('heading', { name: 'Hors connexion' })).toBeVisible();
  } finally {
    web.stop();
  }

  // Back again, and signed out: nothing of the city stays on the machine.
  const again = await startWeb({}, Number(new URL(web.url).port));
  try {
    await page.goto(`${again.url}/map`);
    await expect(mapCanvas(page)).toHaveAttribute('data-status-version', /\d+/);
    await expect(banners(page)).not.toContainText('Offline');
    await leave(page);
    await page.goto(`${again.url}/map`);
    await expect(page).toHaveURL(/\/sign-in/);
    expect(await page.evaluate(keptKeys)).toEqual([]);
  } finally {
    again.stop();
  }
});

test('the desk can be installed', async ({ page, request }) => {
  await page.goto('/map');
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const manifest = await (await request.get(href!)).json();
  expect(manifest).toMatchObject({ name: 'Limelight', display: 'standalone', start_url: '/map' });
  for (const { src } of manifest.icons) expect((await request.get(src)).status(), src).toBe(200);
});

/** The head of the list; a banner leaves less room for its end. */
async function worstRows(page: Page): Promise<string[]> {
  const rows = await stationList(page).getByRole('option').allInnerTexts();
  return rows.slice(0, 5);
}

/** In the page: what the service worker and the page keep of the city. */
async function keptKeys(): Promise<string[]> {
  if (!(await caches.has('limelight-remembered'))) return [];
  const cache = await caches.open('limelight-remembered');
  return (await cache.keys()).map(({ url }) => new URL(url).pathname);
}
