import type { APIRequestContext, Page } from '@playwright/test';
import { expect, test } from './fixtures';

test.use({ role: 'viewer' });

/** Makes a token through the form. @returns what is shown once */
async function makeToken(page: Page, name: string): Promise<string> {
  await page.getByRole('button', { name: 'New token' }).click();
  const dialog = page.getByRole('dialog', { name: 'New token' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Make the token' }).click();
  const field = dialog.getByRole('textbox', { name: 'API token' });
  await expect(field).toBeVisible();
  const token = await field.inputValue();
  await page.keyboard.press('Escape');
  return token;
}

/** As a program asks: no browser, no cookie. */
async function get(request: APIRequestContext, path: string, token: string) {
  return request.get(path, { headers: { authorization: `Bearer ${token}` } });
}

test('a token opens the API to a program until it is revoked, and nothing else', async ({
  page,
  request,
  db,
}) => {
  await page.goto('/me');
  const token = await makeToken(page, 'Morning report');
  expect(token).toMatch(/^ll_[0-9a-f]{12}_[\w-]{43}$/);
  const secret = token.slice(16);
  await page.reload();
  const line = page.getByRole('listitem').filter({ hasText: 'Morning report' });
  await expect(line).toContainText(token.slice(0, 16));
  await expect(line).toContainText('Last used never');
  expect(await page.content()).not.toContain(secret);
  for (const table of ['api_token', 'audit_entry']) {
    const { rows } = await db.query(`SELECT * FROM ${table}`);
    expect(JSON.stringify(rows), table).not.toContain(secret);
  }

  const stations = await get(request, '/api/v1/stations', token);
  expect(stations.status()).toBe(200);
  expect((await stations.json()).stations.length).toBeGreaterThan(0);
  for (const path of ['/api/map/view', '/api/map/events', '/api/map/districts']) {
    expect((await get(request, path, token)).status(), path).toBe(401);
  }
  const pageAnswer = await request.get('/map', {
    headers: { authorization: `Bearer ${token}` },
    maxRedirects: 0,
  });
  expect(pageAnswer.status()).toBe(307);

  await page.reload();
  await expect(line).toContainText(/Last used (now|\d+ seconds? ago)/);
  await line.getByRole('button', { name: 'Revoke Morning report' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'is revoked' })).toBeVisible();
  await expect(line).toHaveCount(0);
  const refused = await get(request, '/api/v1/stations', token);
  expect(refused.status()).toBe(401);
  expect(refused.headers()['www-authenticate']).toBe('Bearer error="invalid_token"');
  // The session of the browser that made it does not help a bad token.
  expect((await get(page.request, '/api/v1/stations', token)).status()).toBe(401);
});

test('a token without the scope, or out of its time, is refused', async ({ page, request, db }) => {
  await page.goto('/me');
  const token = await makeToken(page, 'Notebook');
  const id = token.split('_')[1];
  await db.query(`UPDATE api_token SET scopes = '{}' WHERE id = $1`, [id]);
  const narrow = await get(request, '/api/v1/stations', token);
  expect(narrow.status()).toBe(403);
  expect(narrow.headers()['www-authenticate']).toBe('Bearer error="insufficient_scope"');
  await db.query(`UPDATE api_token SET expires_at = now() - interval '1 s' WHERE id = $1`, [id]);
  expect((await get(request, '/api/v1/stations', token)).status()).toBe(401);
});

test('what is missing is said at its field', async ({ page }) => {
  await page.goto('/me');
  await page.getByRole('button', { name: 'New token' }).click();
  const dialog = page.getByRole('dialog', { name: 'New token' });
  // Each scope says what it opens.
  for (const scope of ['history.read Read the past', 'insights.read Read insights']) {
    await expect(dialog.getByRole('checkbox', { name: scope })).not.toBeChecked();
  }
  await dialog.getByRole('checkbox', { name: /stations\.read/ }).uncheck();
  await dialog.getByRole('button', { name: 'Make the token' }).click();
  const name = dialog.getByRole('textbox', { name: 'Name' });
  await expect(name).toHaveAccessibleDescription('Say what it is for.');
  await expect(dialog.getByText('Choose at least one scope.')).toBeVisible();
});
