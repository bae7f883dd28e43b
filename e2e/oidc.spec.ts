import { randomUUID } from 'node:crypto';
import { anyFreePort } from '../scripts/launch/ports.mjs';
import { expect, test } from './fixtures';
import { leave } from './support/leave';
import { mapCanvas } from './support/mapPage';
import { goThroughProvider, leaveForProvider, signInAtProvider } from './support/oidcPages';
import { type Claims, type OidcServer, startOidcServer } from './support/oidcServer';
import { createPerson } from './support/people';
import { signInFailure, submitSignIn } from './support/signInForm';
import { type OtherWeb, startWeb } from './support/startWeb';

const FONTS = 'https://fonts.googleapis.com/**';
const PASSWORD = 'a horse that nobody guesses';
const UNTRUSTED = /could not be trusted/;
let provider: OidcServer;
let web: OtherWeb;

test.use({ role: null });
test.beforeAll(async () => {
  const port = await anyFreePort();
  provider = await startOidcServer(`http://localhost:${port}/api/auth/callback/oidc`);
  web = await startWeb(settingsFor(provider.issuer), port);
});
test.afterAll(async () => {
  web?.stop();
  await provider?.close();
});
test.beforeEach(async ({ context, troubles }) => {
  provider.reset();
  // The provider's own pages ask for a font, and for an icon that it has not.
  await context.route(FONTS, (route) => route.fulfill({ contentType: 'text/css', body: '' }));
  troubles.expect(/127\.0\.0\.1:\d+\/favicon\.ico/);
});

function settingsFor(issuer: string): Record<string, string> {
  return {
    OIDC_ISSUER: issuer,
    OIDC_CLIENT_ID: 'limelight',
    OIDC_CLIENT_SECRET: 'a secret between the two of them',
    OIDC_NAME: 'Example ID',
    OIDC_SCOPE: 'openid email profile groups',
    OIDC_ALLOWED_DOMAINS: 'lime.example',
    OIDC_ROLES: 'Limelight desk=dispatcher; Limelight admins=admin',
  };
}

/** Somebody the provider knows, as the rules want them but for what is said otherwise. */
function newcomer(claims: Claims = {}): { login: string; email: string } {
  const login = `s-${randomUUID()}`;
  const email = `${login}@lime.example`;
  const good = { email, email_verified: true, name: 'Ada King', groups: ['Limelight desk'] };
  provider.accounts.set(login, { ...good, ...claims });
  return { login, email };
}

test('somebody of the company signs in elsewhere and lands where they wanted to go', async ({
  page,
  db,
}) => {
  const { login, email } = newcomer();
  await page.goto(`${web.url}/map?severity=empty`);
  await goThroughProvider(page, login);
  await expect(page).toHaveURL(`${web.url}/map?severity=empty`);
  await expect(mapCanvas(page)).toBeVisible();
  const { rows } = await db.query(
    `SELECT u.email, u.role, u.password_hash, i.issuer, i.subject
       FROM app_user u JOIN oidc_identity i ON i.user_id = u.id WHERE u.email = $1`,
    [email],
  );
  expect(rows).toEqual([
    { email, role: 'dispatcher', password_hash: null, issuer: provider.issuer, subject: login },
  ]);
  const sessions = await db.query(
    `SELECT s.id FROM app_session s JOIN app_user u ON u.id = s.user_id WHERE u.email = $1`,
    [email],
  );
  expect(sessions.rows, 'a session as any other, which can be ended').toHaveLength(1);
});

test('the request carries PKCE, state and nonce, and keeps none of them in the open', async ({
  page,
}) => {
  await page.goto(`${web.url}/sign-in`);
  const asking = page.waitForRequest((request) => request.url().startsWith(provider.issuer));
  await leaveForProvider(page);
  const asked = new URL((await asking).url()).searchParams;
  expect(asked.get('response_type')).toBe('code');
  expect(asked.get('code_challenge_method')).toBe('S256');
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(asked.get(name)?.length, name).toBeGreaterThan(30);
  const cookies = await page.context().cookies(web.url);
  for (const name of ['state', 'nonce', 'pkce']) {
    const cookie = cookies.find((one) => one.name === `limelight.${name}`);
    expect(cookie, name).toMatchObject({ httpOnly: true, sameSite: 'Lax' });
    expect(cookie?.value).not.toContain(asked.get(name) ?? asked.get('code_challenge'));
  }
});

test('groups decide the role anew at each sign-in', async ({ page, db }) => {
  const { login, email } = newcomer();
  const roleNow = async () =>
    (await db.query(`SELECT role FROM app_user WHERE email = $1`, [email])).rows[0]?.role;
  await page.goto(`${web.url}/sign-in`);
  await goThroughProvider(page, login);
  await expect(page).toHaveURL(/\/map/);
  expect(await roleNow()).toBe('dispatcher');

  provider.accounts.set(login, {
    ...provider.accounts.get(login),
    groups: ['Limelight desk', 'Limelight admins'],
  });
  await leave(page);
  await page.goto(`${web.url}/settings`);
  await goThroughProvider(page, login);
  await expect(page).toHaveURL(`${web.url}/settings`);
  expect(await roleNow()).toBe('admin');
});

const REFUSALS: [what: string, claims: Claims, words: RegExp][] = [
  ['another domain', { email: 'ada@elsewhere.example' }, /does not belong to this organisation/],
  ['a sub-domain', { email: 'ada@sub.lime.example' }, /does not belong to this organisation/],
  ['an address nobody verified', { email_verified: false }, /not verified/],
  ['a provider that does not say', { email_verified: undefined }, /not verified/],
  ['no group', { groups: [] }, /none of the groups/],
  ['a group that only looks like ours', { groups: ['Limelight dеsk'] }, /none of the groups/],
  ['no address', { email: undefined }, /no usable e-mail address/],
  ['a look-alike address', { email: 'аda@lime.example' }, /no usable e-mail address/],
];
for (const [what, claims, words] of REFUSALS) {
  test(`${what}: not let in, in words, and no account is made`, async ({ page, db }) => {
    const before = await db.query('SELECT count(*)::int AS n FROM app_user');
    const { login } = newcomer(claims);
    await page.goto(`${web.url}/sign-in`);
    await goThroughProvider(page, login);
    await expect(signInFailure(page)).toHaveText(words);
    expect(await db.query('SELECT count(*)::int AS n FROM app_user').then((r) => r.rows)).toEqual(
      before.rows,
    );
    expect((await page.request.get(`${web.url}/api/map/view`)).status()).toBe(401);
  });
}

test('who says no to the provider, or gives up there, is back where they began', async ({
  page,
}) => {
  const { login } = newcomer();
  await page.goto(`${web.url}/sign-in`);
  await leaveForProvider(page);
  await signInAtProvider(page, login);
  await page.getByRole('link', { name: 'Cancel' }).click();
  await expect(signInFailure(page)).toHaveText(/was not allowed to tell who you are/);
  await expect(page).toHaveURL(`${web.url}/sign-in?error=oidc%3Adenied`);
});

test('a disabled account stays out', async ({ page, db }) => {
  const { login, email } = newcomer();
  await page.goto(`${web.url}/sign-in`);
  await goThroughProvider(page, login);
  await expect(page).toHaveURL(/\/map/);
  await leave(page);
  await db.query('UPDATE app_user SET disabled_at = now() WHERE email = $1', [email]);
  await page.goto(`${web.url}/sign-in`);
  await goThroughProvider(page, login);
  await expect(signInFailure(page)).toHaveText(/is switched off/);
});

test('an account with a password is not taken over; its owner connects it', async ({
  page,
  db,
}) => {
  const person = await createPerson(db, 'dispatcher', { password: PASSWORD });
  const { login, email } = newcomer();
  await db.query('UPDATE app_user SET email = $2 WHERE id = $1', [person.id, email]);
  await page.goto(`${web.url}/sign-in`);
  await goThroughProvider(page, login);
  await expect(signInFailure(page)).toHaveText(/has a password/);

  await submitSignIn(page, email, PASSWORD);
  await expect(page).toHaveURL(/\/map/);
  await page.goto(`${web.url}/me`);
  await page.getByRole('button', { name: 'Connect with Example ID' }).click();
  await expect(page.getByText(`Connected with Example ID as ${email}.`)).toBeVisible();

  await leave(page);
  await page.goto(`${web.url}/sign-in`);
  await goThroughProvider(page, login);
  await expect(page).toHaveURL(/\/map/);
  const { rows } = await db.query('SELECT user_id FROM oidc_identity WHERE subject = $1', [login]);
  expect(rows).toEqual([{ user_id: person.id }]);
});

test.describe('an answer that does not stand up to the checks opens nothing', () => {
  test.afterEach(async ({ page }) => {
    await expect(signInFailure(page)).toHaveText(UNTRUSTED);
    expect((await page.request.get(`${web.url}/api/map/view`)).status()).toBe(401);
  });

  test('with another state', async ({ page }) => {
    provider.onReturn = (url) => url.searchParams.set('state', 'x'.repeat(43));
    await page.goto(`${web.url}/sign-in`);
    await goThroughProvider(page, newcomer().login);
  });

  test('with another nonce', async ({ page }) => {
    provider.onAsk = (url) => url.searchParams.set('nonce', 'y'.repeat(43));
    await page.goto(`${web.url}/sign-in`);
    await goThroughProvider(page, newcomer().login);
  });

  test('with another code challenge', async ({ page }) => {
    provider.onAsk = (url) => url.searchParams.set('code_challenge', 'z'.repeat(43));
    await page.goto(`${web.url}/sign-in`);
    await goThroughProvider(page, newcomer().login);
  });

  test('from another issuer', async ({ page }) => {
    provider.onReturn = (url) => url.searchParams.set('iss', 'https://evil.example');
    await page.goto(`${web.url}/sign-in`);
    await goThroughProvider(page, newcomer().login);
  });

  test('with a code that is too old', async ({ page }) => {
    provider.areCodesOld = true;
    await page.goto(`${web.url}/sign-in`);
    await goThroughProvider(page, newcomer().login);
  });

  test('with an ID token that nobody signed', async ({ page }) => {
    provider.tamper.set('/token', (answer) => ({ ...answer, id_token: unsigned(answer.id_token) }));
    await page.goto(`${web.url}/sign-in`);
    await goThroughProvider(page, newcomer().login);
  });

  test('with an ID token whose words were changed', async ({ page }) => {
    provider.tamper.set('/token', (answer) => ({
      ...answer,
      id_token: withClaim(answer.id_token, { sub: 's-somebody-else' }),
    }));
    await page.goto(`${web.url}/sign-in`);
    await goThroughProvider(page, newcomer().login);
  });

  test('with user info about somebody else', async ({ page }) => {
    provider.tamper.set('/me', (answer) => ({ ...answer, sub: 's-somebody-else' }));
    await page.goto(`${web.url}/sign-in`);
    await goThroughProvider(page, newcomer().login);
  });

  test('in a browser that did not ask for it', async ({ page, visit }) => {
    let answer = '';
    const other = await visit(null);
    await other.route(FONTS, (route) => route.fulfill({ contentType: 'text/css', body: '' }));
    provider.onReturn = (url) => {
      answer = url.href;
      url.pathname = '/api/health';
    };
    await other.goto(`${web.url}/sign-in`);
    await goThroughProvider(other, newcomer().login);
    await expect(other).toHaveURL(/\/api\/health/);
    await page.goto(answer);
  });
});

test.describe('a provider that is away or set up wrongly denies, and says so', () => {
  test('away before it begins', async ({ page }) => {
    await page.goto(`${web.url}/sign-in`);
    provider.isAway = true;
    await leaveForProvider(page);
    await expect(signInFailure(page)).toHaveText(/does not answer/);
  });

  test('away before it ends', async ({ page }) => {
    provider.onReturn = () => {
      provider.isAway = true;
    };
    await page.goto(`${web.url}/sign-in`);
    await goThroughProvider(page, newcomer().login);
    await expect(signInFailure(page)).toHaveText(/does not answer/);
  });

  test('under another issuer’s name', async ({ page }) => {
    provider.tamper.set('/.well-known/openid-configuration', (document) => ({
      ...document,
      issuer: 'https://evil.example',
    }));
    await page.goto(`${web.url}/sign-in`);
    await leaveForProvider(page);
    await expect(signInFailure(page)).toHaveText(/set up wrongly/);
    expect(web.log()).toContain('it calls itself https://evil.example');
  });

  test('refusing the client', async ({ page }) => {
    await page.goto(`${web.url}/api/auth/callback/oidc?error=unauthorized_client&state=x`);
    await expect(signInFailure(page)).toHaveText(/set up wrongly/);
  });

  test('in French too', async ({ browser, troubles }) => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    troubles.watch(context);
    const page = await context.newPage();
    await page.goto(`${web.url}/sign-in`);
    provider.isAway = true;
    await page.getByRole('button', { name: 'Continuer avec Example ID' }).click();
    await expect(signInFailure(page)).toHaveText(/Le service d’authentification ne répond pas/);
    await context.close();
  });
});

test('the log says why, and no token, code or address', async ({ page }) => {
  const { login, email } = newcomer({ groups: [] });
  await page.goto(`${web.url}/sign-in`);
  await goThroughProvider(page, login);
  await expect(signInFailure(page)).toHaveText(/none of the groups/);
  await leave(page);
  provider.areCodesOld = true;
  await page.goto(`${web.url}/sign-in`);
  await goThroughProvider(page, login);
  await expect(signInFailure(page)).toHaveText(UNTRUSTED);
  const log = web.log();
  expect(log).toMatch(/"code":"OAUTH_CALLBACK_ERROR","why":"[^"]+"/);
  expect(log).toMatch(/"reason":"group"/);
  expect(log).not.toContain(email);
  expect(log).not.toMatch(/eyJ|code_verifier=|a secret between/);
});

test('an installation without a provider shows no button and starts nothing', async ({
  page,
  installation,
}) => {
  await page.goto('/sign-in');
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
  await expect(page.getByRole('button', { name: /Continue with/ })).toHaveCount(0);
  const { baseUrl } = installation;
  const callback = await page.request.get(`${baseUrl}/api/auth/callback/oidc?code=x&state=x`);
  expect(callback.status()).toBe(400);
});

function unsigned(token: unknown): string {
  const [, payload] = String(token).split('.');
  return `${encode({ alg: 'none' })}.${payload}.`;
}

function withClaim(token: unknown, claim: Claims): string {
  const [head, payload = '', signature] = String(token).split('.');
  const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as Claims;
  return `${head}.${encode({ ...claims, ...claim })}.${signature}`;
}

function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
