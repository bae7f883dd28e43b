import { expect, test } from './fixtures';
import { leave } from './support/leave';
import { openMap } from './support/mapPage';

test.use({ role: 'admin' });

test('every page says that the city is simulated, and its tab is striped', async ({ page }) => {
  for (const address of ['/map', '/settings', '/sign-in']) {
    // Only strangers see the form.
    if (address === '/sign-in') await leave(page);
    await page.goto(address);
    const banner = page.getByRole('status').filter({ hasText: /^Simulated city/ });
    await expect(banner, address).toBeInViewport({ ratio: 1 });
    await expect(banner, address).toHaveCSS('background-image', /repeating-linear-gradient/);
    const icon = page.locator('link[rel="icon"]');
    await expect(icon).toHaveAttribute('href', /icon-simulated\.svg/);
    const drawn = await page.request.get((await icon.getAttribute('href'))!);
    expect(drawn.headers()['content-type']).toContain('image/svg+xml');
  }
});

test('the banner stays above whatever is opened', async ({ page, feed }) => {
  const [station] = [...(await feed.read()).values()];
  await openMap(page, `?station=${station!.stationId}`);
  await expect(page.getByText('Send nobody out on it.')).toBeInViewport({ ratio: 1 });
});

test('files say it too', async ({ page }) => {
  const json = await page.request.get('/api/v1/stations');
  expect(await json.json()).toMatchObject({ simulation: 'generated', systemId: 'simulated-city' });
  const csv = await page.request.get('/api/v1/stations?format=csv');
  expect(csv.headers()['x-limelight-simulation']).toBe('generated');
});
