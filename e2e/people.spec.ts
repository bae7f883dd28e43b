import { randomUUID } from 'node:crypto';
import { expect, test } from './fixtures';
import { ask, cookieHeader } from './support/ask';
import { openGuest } from './support/guest';
import { openMap } from './support/mapPage';
import { createPerson } from './support/people';
import { inviteByForm, managePerson, personRow } from './support/peoplePage';
import { submitSignIn } from './support/signInForm';

const PASSWORD = 'a horse that nobody guesses';

test.use({ role: 'admin' });
test.beforeEach(({ db }) => db.query('DELETE FROM sign_in_failure').then(() => {}));

const newEmail = () => `new-${randomUUID()}@example.org`;

test('a colleague is invited, and the invitation is withdrawn and made again', async ({
  page,
  installation,
  db,
}) => {
  const email = newEmail();
  await page.goto('/admin/people');
  const link = await inviteByForm(page, email, 'Dispatcher');
  expect(link).toMatch(/^http:\/\/localhost:\d+\/invite\/[\w-]{43}$/);
  await page.keyboard.press('Escape');
  const pending = page.getByRole('listitem').filter({ hasText: email });
  await expect(pending).toContainText('Dispatcher');
  // The page, asked anew, does not know the link, and the database keeps a hash.
  const secret = new URL(link).pathname.split('/').at(-1)!;
  await page.reload();
  await expect(pending).toBeVisible();
  expect(await page.content()).not.toContain(secret);
  const kept = await db.query('SELECT * FROM invitation');
  expect(JSON.stringify(kept.rows)).not.toContain(secret);

  await pending.getByRole('button', { name: `Withdraw the invitation of ${email}` }).click();
  await expect(page.getByRole('status').filter({ hasText: 'is withdrawn' })).toBeVisible();
  await expect(pending).toHaveCount(0);
  const dead = await ask(installation, new URL(link).pathname, {});
  expect(dead.text).toContain('This link opens nothing any more');
});

test('an address that would be taken for a colleague’s is not invited', async ({ page, db }) => {
  const { email } = await createPerson(db, 'viewer');
  await page.goto('/admin/people');
  await page.getByRole('button', { name: 'Invite someone' }).click();
  const field = page.getByRole('textbox', { name: 'E-mail' });
  const submit = page.getByRole('button', { name: 'Make the link' });
  await field.fill(email.replace('e', 'е')); // Cyrillic
  await submit.click();
  await expect(field).toHaveAccessibleDescription(new RegExp(`would be taken for ${email}`));
  await expect(field).toBeFocused();
  await field.fill('');
  await submit.click();
  await expect(field).toHaveAccessibleDescription('Enter the e-mail address of your colleague.');
  await field.fill(email);
  await submit.click();
  await expect(field).toHaveAccessibleDescription(
    `${email} has an account already. If it is disabled, enable it in the list.`,
  );
});

test('a role is changed, in force at the next request and on the open list', async ({
  page,
  installation,
  db,
}) => {
  const person = await createPerson(db, 'viewer');
  const cookie = await cookieHeader(installation, person);
  expect((await ask(installation, '/settings', cookie)).status).toBe(403);
  await page.goto('/admin/people');
  const dialog = await managePerson(page, person.email);
  await dialog.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Admin' });
  await dialog.getByRole('button', { name: 'Save role' }).click();
  await expect(dialog.getByRole('status')).toHaveText(/The role is saved/);
  expect((await ask(installation, '/settings', cookie)).status).toBe(200);
  await page.keyboard.press('Escape');
  await expect(personRow(page, person.email)).toContainText('Admin');
});

test('disabling ends what is open: the map at once, the session and the tokens with it', async ({
  page,
  db,
  browser,
  installation,
  troubles,
}) => {
  troubles.expect(/status of 401/);
  const person = await createPerson(db, 'viewer', { password: PASSWORD });
  const guest = await openGuest({ browser, installation, troubles }, person);
  await openMap(guest);
  await expect(guest.getByRole('img', { name: 'Live' })).toBeVisible();

  await page.goto('/admin/people');
  const dialog = await managePerson(page, person.email);
  await dialog.getByRole('button', { name: 'Disable the account' }).click();
  await expect(dialog.getByRole('button', { name: 'Keep' })).toBeFocused();
  await dialog.getByRole('button', { name: 'Disable', exact: true }).click();
  await expect(dialog.getByRole('status')).toHaveText(/sessions and tokens are over/);

  // Far within the minute: the stream was told, not asked.
  await expect(guest.getByTestId('map-banners')).toContainText('Your session has ended.');
  expect((await guest.request.get('/api/map/view')).status()).toBe(401);
  await expect(personRow(page, person.email)).toContainText('Disabled');

  await dialog.getByRole('button', { name: 'Enable the account' }).click();
  await expect(dialog.getByRole('status')).toHaveText('The account is enabled.');
  // Their session does not come back; signing in does.
  expect((await guest.request.get('/api/map/view')).status()).toBe(401);
  await guest.goto('/sign-in');
  await submitSignIn(guest, person.email, PASSWORD);
  await expect(guest).toHaveURL(/\/map$/);
  await guest.context().close();
});

test('a forgotten password is renewed by a link that works once', async ({
  page,
  db,
  browser,
  installation,
  troubles,
}) => {
  const person = await createPerson(db, 'viewer', { password: PASSWORD, name: 'Grace Hopper' });
  const old = await cookieHeader(installation, person);
  await page.goto('/admin/people');
  const dialog = await managePerson(page, person.email);
  await dialog.getByRole('button', { name: 'Make a reset link' }).click();
  const link = await dialog.getByRole('textbox', { name: 'Reset link' }).inputValue();
  expect((await ask(installation, '/api/map/view', old)).status).toBe(200);

  const guest = await openGuest({ browser, installation, troubles }, null);
  await guest.goto(link);
  await expect(guest.getByText('For the account of Grace Hopper.')).toBeVisible();
  await guest.getByLabel('New password').fill('too short');
  await guest.getByRole('button', { name: 'Save password' }).click();
  await expect(guest.getByLabel('New password')).toHaveAccessibleDescription(/at least 10/);
  await guest.getByLabel('New password').fill(`${PASSWORD} now`);
  await guest.getByRole('button', { name: 'Save password' }).click();
  await expect(guest).toHaveURL(/\/map$/);
  expect((await ask(installation, '/api/map/view', old)).status).toBe(401);
  await guest.goto(link);
  await expect(guest.getByRole('heading', { level: 1 })).toHaveText(
    'This link opens nothing any more',
  );
  await guest.context().close();
});

test.describe('the last admin', () => {
  let others: string[] = [];
  test.beforeEach(async ({ db, person }) => {
    const { rows } = await db.query<{ id: string }>(
      `UPDATE app_user SET disabled_at = now()
        WHERE role = 'admin' AND disabled_at IS NULL AND id <> $1 RETURNING id`,
      [person!.id],
    );
    others = rows.map(({ id }) => id);
  });
  test.afterEach(({ db }) =>
    db.query('UPDATE app_user SET disabled_at = NULL WHERE id = ANY($1)', [others]).then(() => {}),
  );

  test('is neither demoted nor disabled, and is told what to do first', async ({
    page,
    person,
  }) => {
    await page.goto('/admin/people');
    const dialog = await managePerson(page, person!.email);
    await dialog.getByRole('combobox', { name: 'Role' }).selectOption({ label: 'Viewer' });
    await dialog.getByRole('button', { name: 'Save role' }).click();
    await expect(dialog.getByRole('status')).toHaveText(/this is the last active admin/);
    await dialog.getByRole('button', { name: 'Disable the account' }).click();
    await dialog.getByRole('button', { name: 'Disable', exact: true }).click();
    await expect(dialog.getByRole('status')).toHaveCount(2);
    await page.reload();
    await expect(personRow(page, person!.email)).toContainText('Active');
  });
});
