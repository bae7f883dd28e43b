import { expect, test } from './fixtures';
import { ask } from './support/ask';
import { openGuest } from './support/guest';
import { openMap } from './support/mapPage';
import { addSession, createPerson, sessionCookie } from './support/people';
import { submitSignIn } from './support/signInForm';

const PASSWORD = 'a horse that nobody guesses';

test.use({ role: null });
test.beforeEach(({ db }) => db.query('DELETE FROM sign_in_failure').then(() => {}));

test('signing out everywhere ends another browser’s open map too', async ({
  db,
  browser,
  installation,
  troubles,
}) => {
  troubles.expect(/status of 401/);
  const person = await createPerson(db, 'viewer');
  const other = { ...person, sessionId: (await addSession(db, person.id)).sessionId };
  const laptop = await openGuest({ browser, installation, troubles }, person);
  const wall = await openGuest({ browser, installation, troubles }, other);
  await openMap(wall);
  await expect(wall.getByRole('img', { name: 'Live' })).toBeVisible();

  await laptop.goto('/me');
  await expect(laptop.getByRole('list', { name: 'Sessions' }).getByRole('listitem')).toHaveCount(2);
  await laptop.getByRole('button', { name: 'Sign out everywhere' }).click();
  await laptop.getByRole('button', { name: 'Sign out everywhere' }).click();
  await expect(laptop).toHaveURL(/\/sign-in$/);
  await expect(wall.getByTestId('map-banners')).toContainText('Your session has ended.');
  for (const page of [laptop, wall]) {
    expect((await page.request.get('/api/map/view')).status()).toBe(401);
    await page.context().close();
  }
});

test('one session is ended, and the others go on', async ({
  db,
  browser,
  installation,
  troubles,
}) => {
  const person = await createPerson(db, 'viewer');
  const other = { ...person, sessionId: (await addSession(db, person.id)).sessionId };
  const laptop = await openGuest({ browser, installation, troubles }, person);
  await laptop.goto('/me');
  const sessions = laptop.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
  await expect(sessions.filter({ hasText: 'this one' })).toHaveCount(1);
  await expect(sessions.filter({ hasText: 'this one' }).getByRole('button')).toHaveCount(0);
  await laptop.getByRole('button', { name: /^End the session of/ }).click();
  await expect(sessions).toHaveCount(1);
  await expect(
    laptop.getByRole('status').filter({ hasText: 'The session is ended' }),
  ).toBeVisible();

  const { name, value } = await sessionCookie(installation, other);
  const cookie = { cookie: `${name}=${value}` };
  expect((await ask(installation, '/api/map/view', cookie)).status).toBe(401);
  expect((await laptop.request.get('/api/map/view')).status()).toBe(200);
  await laptop.context().close();
});

test('each sign-in has a session of its own; one left behind or planted is ended', async ({
  page,
  context,
  db,
  installation,
}) => {
  const thief = await createPerson(db, 'viewer');
  const victim = await createPerson(db, 'viewer', { password: PASSWORD });
  // A session of the thief's own, planted in the victim's browser before they sign in.
  const planted = await sessionCookie(installation, thief);
  await context.addCookies([planted]);
  await page.goto('/me');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('My account');
  await db.query('DELETE FROM app_session WHERE user_id = $1', [victim.id]);
  const csrf = await (await page.request.get('/api/auth/csrf')).json();
  await page.request.post('/api/auth/callback/credentials', {
    form: { email: victim.email, password: PASSWORD, csrfToken: csrf.csrfToken, json: 'true' },
    headers: { origin: installation.baseUrl },
  });
  await page.goto('/me');
  await expect(page.getByText(`${victim.email} · Viewer`)).toBeVisible();
  const cookies = await context.cookies();
  expect(cookies.find(({ name }) => name === planted.name)?.value).not.toBe(planted.value);
  const cookie = { cookie: `${planted.name}=${planted.value}` };
  expect((await ask(installation, '/api/map/view', cookie)).status).toBe(401);
  const { rows } = await db.query(
    'SELECT address, user_agent FROM app_session WHERE user_id = $1',
    [victim.id],
  );
  expect(rows).toEqual([{ address: expect.any(String), user_agent: expect.any(String) }]);
});

test('a token copied before signing out is worth nothing afterwards', async ({
  page,
  context,
  db,
  installation,
}) => {
  const person = await createPerson(db, 'viewer', { password: PASSWORD });
  await page.goto('/sign-in?callbackUrl=%2Fme');
  await submitSignIn(page, person.email, PASSWORD);
  await expect(page).toHaveURL(/\/me$/);
  const copied = (await context.cookies()).find(({ name }) => /session/.test(name))!;
  const cookie = { cookie: `${copied.name}=${copied.value}` };
  expect((await ask(installation, '/api/map/view', cookie)).status).toBe(200);
  await page.getByRole('button', { name: /^Signed in as/ }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  expect((await ask(installation, '/api/map/view', cookie)).status).toBe(401);
});
