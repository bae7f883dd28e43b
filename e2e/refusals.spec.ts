import { expect, test } from './fixtures';

test.use({ role: null });

test('a viewer meets words, not a blank page, and no way to what is not theirs', async ({
  visit,
  troubles,
}) => {
  troubles.expect(/status of 403/);
  const viewer = await visit('viewer');
  await viewer.goto('/settings');
  await expect(
    viewer.getByRole('heading', { name: 'Your role does not open this page' }),
  ).toBeVisible();
  await expect(viewer.getByRole('spinbutton')).toHaveCount(0);
  await expect(viewer.getByRole('textbox')).toHaveCount(0);
  await viewer.getByRole('link', { name: 'Go to the map' }).click();
  await expect(viewer).toHaveURL(/\/map$/);
  await expect(viewer.getByRole('navigation').getByRole('link', { name: 'Settings' })).toHaveCount(
    0,
  );
});

test('an address where nothing is says so', async ({ visit, troubles }) => {
  troubles.expect(/status of 404/);
  const viewer = await visit('viewer');
  const answer = await viewer.goto('/nowhere');
  expect(answer?.status()).toBe(404);
  await expect(
    viewer.getByRole('heading', { name: 'There is nothing at this address' }),
  ).toBeVisible();
});

test('pages say what they may load, and may not be framed', async ({ page: browserPage }) => {
  const answer = await browserPage.goto('/sign-in');
  const headers = answer!.headers();
  expect(headers['x-frame-options']).toBe('DENY');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-powered-by']).toBeUndefined();
  const policy = headers['content-security-policy']!;
  expect(policy).toContain("default-src 'self'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]+' 'strict-dynamic'/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe/);
  const again = await browserPage.request.get('/sign-in');
  expect(again.headers()['content-security-policy']).not.toBe(policy);
});
