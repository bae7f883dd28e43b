import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { ask, cookieHeader } from './support/ask';

test.use({ role: 'admin' });

const entries = (page: Page) => page.getByRole('region', { name: 'Entries' }).getByRole('listitem');

test('who, what and any text narrow the log, in an address that shows the same again', async ({
  page,
  db,
  person,
}) => {
  const mark = randomUUID();
  await db.query(
    `INSERT INTO audit_entry (actor_id, actor_name, action, subject, before, after, address) VALUES
       ($1, $2, 'settings.saved', $3, '{"minBikes": 2, "kept": 1}', '{"minBikes": 3, "kept": 1}', '192.0.2.7'),
       ($1, $2, 'job.paused', $3, NULL, NULL, '192.0.2.7'),
       ('somebody else', '<img src=x onerror=alert(1)>', 'job.paused', $3, NULL, NULL, NULL)`,
    [person!.id, person!.name, mark],
  );
  await page.goto('/admin/audit');
  await page.getByRole('searchbox', { name: 'Text' }).fill(mark);
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(entries(page)).toHaveCount(3);
  // What somebody called themselves is text.
  await expect(entries(page).first()).toContainText('<img src=x onerror=alert(1)>');

  await page.getByRole('combobox', { name: 'Who' }).selectOption(person!.id);
  await page.getByRole('combobox', { name: 'What' }).selectOption('Saved the settings');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(entries(page)).toHaveCount(1);
  await page.reload();
  await expect(entries(page)).toHaveCount(1);
  const entry = entries(page).first();
  await expect(entry).toContainText('from 192.0.2.7');
  await expect(entry.getByRole('deletion')).toHaveText('2');
  await expect(entry.getByRole('insertion')).toHaveText('3');
  await expect(entry).not.toContainText('kept');

  await page.getByRole('searchbox', { name: 'Text' }).fill('nothing says this');
  await page.getByRole('button', { name: 'Filter' }).click();
  await expect(page.getByText('No entry fits')).toBeVisible();
  await page.getByRole('link', { name: 'Show all' }).click();
  await expect(entries(page).first()).toBeVisible();
});

test('long logs have pages that stand still while entries come in', async ({ page, db }) => {
  const mark = randomUUID();
  const add = (from: number, to: number) =>
    db.query(
      `INSERT INTO audit_entry (actor_name, action, subject)
       SELECT 'Ana', 'job.runAsked', $1 || ' ' || n FROM generate_series($2::int, $3::int) n`,
      [mark, from, to],
    );
  await add(1, 60);
  await page.goto(`/admin/audit?q=${mark}`);
  await expect(entries(page)).toHaveCount(50);
  await expect(entries(page).first()).toContainText(`${mark} 60`);
  await add(61, 63);
  await page.getByRole('link', { name: 'Older' }).click();
  await expect(entries(page)).toHaveCount(10);
  await expect(entries(page).first()).toContainText(`${mark} 10`);
  await page.getByRole('link', { name: 'Newest' }).click();
  await expect(entries(page).first()).toContainText(`${mark} 63`);
});

test('what is filtered is exported whole', async ({ page, db, installation, person }) => {
  const mark = randomUUID();
  await db.query(
    `INSERT INTO audit_entry (actor_name, action, subject, after)
     SELECT '=1+1', 'job.runAsked', $1, '{"n": 1}' FROM generate_series(1, 1203)`,
    [mark],
  );
  await page.goto(`/admin/audit?q=${mark}`);
  const link = page.getByRole('link', { name: 'Export as CSV what is filtered' });
  const downloading = page.waitForEvent('download');
  await link.click();
  expect((await downloading).suggestedFilename()).toBe('audit.csv');

  const cookie = await cookieHeader(installation, person);
  const csv = await ask(installation, `/api/admin/audit?format=csv&q=${mark}`, cookie);
  const lines = csv.text.trimEnd().split('\r\n');
  expect(lines).toHaveLength(1204);
  expect(lines[1]).toContain("'=1+1");
  const json = await ask(installation, `/api/admin/audit?format=json&q=${mark}`, cookie);
  expect(JSON.parse(json.text).entries).toHaveLength(1203);
  const bad = await ask(installation, '/api/admin/audit?action=nonsense', cookie);
  expect(bad.status).toBe(400);
});

test('sign-ins and refusals are entries, without a password', async ({
  page,
  visit,
  installation,
  db,
  troubles,
}) => {
  troubles.expect(/callback\/credentials/); // answers the wrong password with 401
  await db.query('DELETE FROM sign_in_failure');
  const guest = await visit(null);
  const password = `wrong ${randomUUID()}`;
  const submit = async (words: string) => {
    await guest.getByRole('textbox', { name: 'E-mail' }).fill(installation.admin.email);
    await guest.getByLabel('Password', { exact: true }).fill(words);
    await guest.getByRole('button', { name: 'Sign in', exact: true }).click();
  };
  await guest.goto('/sign-in');
  await submit(password);
  await expect(guest.getByRole('alert')).toBeVisible();
  await submit(installation.admin.password);
  await expect(guest).toHaveURL(/\/map/);

  await page.goto(`/admin/audit?q=${installation.admin.email}`);
  await expect(entries(page).nth(0)).toContainText('Signed in');
  await expect(entries(page).nth(1)).toContainText('Was refused to sign in');
  const kept = await db.query('SELECT * FROM audit_entry');
  expect(JSON.stringify(kept.rows)).not.toContain(password);
});
