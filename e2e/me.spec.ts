import { expect, test } from './fixtures';
import { ask } from './support/ask';
import { leave } from './support/leave';
import { addSession, createPerson, giveSession, sessionCookie } from './support/people';
import { submitSignIn } from './support/signInForm';

const PASSWORD = 'a horse that nobody guesses';
const NEXT = 'a boat that nobody guesses';

test.use({ role: null });
test.beforeEach(({ db }) => db.query('DELETE FROM sign_in_failure').then(() => {}));

test('a password is changed for the current one, and other sessions end', async ({
  page,
  context,
  db,
  installation,
}) => {
  const person = await createPerson(db, 'viewer', { password: PASSWORD });
  const other = { ...person, sessionId: (await addSession(db, person.id)).sessionId };
  await giveSession(context, installation, person);
  await page.goto('/me');
  const current = page.getByLabel('Current password');
  const next = page.getByLabel('New password');
  const save = page.getByRole('button', { name: 'Change password' });
  await save.click();
  await expect(current).toHaveAccessibleDescription('Enter your current password.');
  await current.fill('not this one');
  await next.fill('short');
  await save.click();
  await expect(next).toHaveAccessibleDescription('Too short: at least 10 characters.');
  await next.fill(NEXT);
  await save.click();
  await expect(current).toHaveAccessibleDescription('This is not your current password.');
  await current.fill(PASSWORD);
  await save.click();
  await expect(page.getByRole('status').filter({ hasText: 'Your password is changed' })).toHaveText(
    /1 other session was ended/,
  );

  const { name, value } = await sessionCookie(installation, other);
  const cookie = { cookie: `${name}=${value}` };
  expect((await ask(installation, '/api/map/view', cookie)).status).toBe(401);
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My account');
  await leave(page);
  await page.goto('/sign-in');
  await submitSignIn(page, person.email, NEXT);
  await expect(page).toHaveURL(/\/map$/);
});

test('the name is changed everywhere, and shown as text whatever it is', async ({
  page,
  context,
  db,
  installation,
}) => {
  const person = await createPerson(db, 'admin');
  await giveSession(context, installation, person);
  await page.goto('/me');
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('   ');
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(name).toHaveAccessibleDescription('Enter a name.');
  const evil = '<img src=x onerror=alert(1)>';
  await name.fill(evil);
  await page.getByRole('button', { name: 'Save name' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Saved.' })).toBeVisible();
  await expect(page.getByRole('button', { name: `Signed in as ${evil}` })).toBeVisible();
  await page.goto('/admin/people');
  await expect(page.getByRole('row').filter({ hasText: person.email })).toContainText(evil);
});

test('everything is reached by the keyboard alone', async ({ page, context, db, installation }) => {
  const person = await createPerson(db, 'viewer', { password: PASSWORD });
  await giveSession(context, installation, person);
  await page.goto('/me');
  await page.getByRole('button', { name: 'New token' }).focus();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'New token' });
  await expect(dialog.getByRole('textbox', { name: 'Name' })).toBeFocused();
  await page.keyboard.type('By hand');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('textbox', { name: 'API token' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'New token' })).toBeFocused();
  await page.getByRole('button', { name: 'Revoke By hand' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'By hand' })).toHaveCount(0);
});
