import type { Pool } from 'pg';
import { expect, test } from './fixtures';
import { mapCanvas } from './support/mapPage';
import { createPerson } from './support/people';
import { signInFailure, submitSignIn } from './support/signInForm';

const PASSWORD = 'a horse that nobody guesses';
/** Browsers write every 401 to the console. */
const REFUSED = /status of 401 .*callback\/credentials/;
const WRONG = 'E-mail and password do not match. Check both and try again.';

test.use({ role: null });
// Every browser here has one address, whose own limit is a unit test's matter.
test.beforeEach(({ db }) => forgetFailures(db));
test.afterEach(({ db }) => forgetFailures(db));
test.beforeEach(({ troubles }) => troubles.expect(REFUSED));

async function forgetFailures(db: Pool): Promise<void> {
  await db.query('DELETE FROM sign_in_failure');
}

test('the first admin signs in through the form and lands where they wanted to go', async ({
  page,
  installation,
}) => {
  const { email, password } = installation.admin;
  await page.goto('/map?severity=empty');
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl=%2Fmap%3Fseverity%3Dempty$/);
  await expect(page).toHaveTitle('Sign in · Limelight');
  // People type addresses as they like.
  await submitSignIn(page, ` ${email.toUpperCase()} `, password);
  await expect(page).toHaveURL(/\/map\?severity=empty$/);
  await expect(mapCanvas(page)).toBeVisible();
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
});

test('a wrong password and an unknown account are told in the same words', async ({ page, db }) => {
  const person = await createPerson(db, 'viewer', { password: PASSWORD });
  await page.goto('/sign-in');
  await submitSignIn(page, person.email, 'not the password');
  await expect(signInFailure(page)).toHaveText(WRONG);
  await expect(page.getByLabel('Password', { exact: true })).toBeFocused();
  await expect(page).toHaveURL(/\/sign-in$/);

  await submitSignIn(page, 'nobody-here@example.org', PASSWORD);
  await expect(signInFailure(page)).toHaveText(WRONG);

  await submitSignIn(page, person.email, PASSWORD);
  await expect(page).toHaveURL(/\/map$/);
});

test('what is not filled in is said at its field, and nothing is sent', async ({ page }) => {
  await page.goto('/sign-in');
  await submitSignIn(page, 'no address', '');
  const email = page.getByRole('textbox', { name: 'E-mail' });
  await expect(email).toBeFocused();
  await expect(email).toHaveAccessibleDescription(/This is not an e-mail address/);
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
    'Enter your password.',
  );
});

test('an account has to wait after five failures, the right password then included', async ({
  page,
  db,
}) => {
  const person = await createPerson(db, 'viewer', { password: PASSWORD });
  await page.goto('/sign-in');
  for (let failures = 1; failures <= 5; failures += 1) {
    const answered = page.waitForResponse(/callback\/credentials/);
    await submitSignIn(page, person.email, `guess ${failures}`);
    await answered;
    await expect(signInFailure(page)).toHaveText(WRONG);
  }
  await submitSignIn(page, person.email, PASSWORD);
  await expect(signInFailure(page)).toHaveText(/^Too many attempts. Try again in \d+ minutes.$/);

  // Others are not locked out with it.
  const other = await createPerson(db, 'viewer', { password: PASSWORD });
  await submitSignIn(page, other.email, PASSWORD);
  await expect(page).toHaveURL(/\/map$/);
});

test('a disabled account is refused like any wrong password', async ({ page, db }) => {
  const person = await createPerson(db, 'viewer', { password: PASSWORD });
  await db.query('UPDATE app_user SET disabled_at = now() WHERE id = $1', [person.id]);
  await page.goto('/sign-in');
  await submitSignIn(page, person.email, PASSWORD);
  await expect(signInFailure(page)).toHaveText(WRONG);
});

test('signing out ends the session', async ({ page, db }) => {
  const person = await createPerson(db, 'viewer', { name: 'Ada Lovelace', password: PASSWORD });
  await page.goto('/sign-in');
  await submitSignIn(page, person.email, PASSWORD);
  // A stream that is still being opened would be refused, and the browser would say so.
  await expect(page.getByRole('img', { name: 'Live' })).toBeVisible();
  await page.getByRole('button', { name: 'Signed in as Ada Lovelace' }).click();
  await expect(page.getByText(person.email)).toBeVisible();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/\/sign-in$/);
  await page.goto('/map');
  await expect(page).toHaveURL(/\/sign-in\?/);
  expect((await page.request.get('/api/map/view')).status()).toBe(401);
});

test.describe('a way out of the site is not taken', () => {
  const OUTSIDE = [
    'https://evil.example/map',
    '//evil.example/map',
    '/\\evil.example',
    'javascript:alert(1)',
    '/%09/evil.example',
  ];

  test('by the form', async ({ page, db }) => {
    const person = await createPerson(db, 'viewer', { password: PASSWORD });
    await page.goto(`/sign-in?callbackUrl=${encodeURIComponent(OUTSIDE[0]!)}`);
    await submitSignIn(page, person.email, PASSWORD);
    await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/map$/);
  });

  test.describe('by a link that the signed-in follow', () => {
    test.use({ role: 'viewer' });
    test('leads to the map', async ({ page, installation }) => {
      for (const target of OUTSIDE) {
        const asked = `/sign-in?callbackUrl=${encodeURIComponent(target)}`;
        const answer = await page.request.get(asked, { maxRedirects: 0 });
        const { location } = answer.headers();
        expect(new URL(location!, installation.baseUrl).origin).toBe(installation.baseUrl);
      }
      const inside = await page.request.get('/sign-in?callbackUrl=%2Fmap%3Fq%3Dgare', {
        maxRedirects: 0,
      });
      expect(inside.headers().location).toBe('/map?q=gare');
    });
  });
});
