import { createHmac } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import type { Pool } from 'pg';
import { expect, test } from './fixtures';
import { type Answer, ask, cookieHeader } from './support/ask';
import type { Installation } from './support/installation';
import { createPerson, giveSession, sessionCookie } from './support/people';
import { builtActions } from './support/routes';
import { submitSignIn } from './support/signInForm';

const PASSWORD = 'a horse that nobody guesses';
const FOREIGN = 'https://evil.example';

test.use({ role: null });
// Every attempt here comes from one address, whose own limit is one of the matters.
test.beforeEach(({ db }) => forgetFailures(db));
test.afterEach(({ db }) => forgetFailures(db));

async function forgetFailures(db: Pool): Promise<void> {
  await db.query('DELETE FROM sign_in_failure');
}

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test('a token that is not ours, not whole, over, or of another kind is no session', async ({
  installation,
  db,
}) => {
  const person = await createPerson(db, 'admin');
  const { name, value } = await sessionCookie(installation, person);
  const { authSecret: secret } = installation;
  const claims = { sub: person.id, sid: person.sessionId, exp: Math.floor(Date.now() / 1e3) + 600 };
  const signed = `${base64url({ alg: 'HS256', typ: 'JWT' })}.${base64url(claims)}`;
  const signature = createHmac('sha256', secret).update(signed).digest('base64url');
  const parts = value.split('.');
  const [head = '', key = '', iv = '', text = '', tag = ''] = parts;
  const tokens: Record<string, string> = {
    'alg none': `${base64url({ alg: 'none' })}.${base64url(claims)}.`,
    'alg None, with a signature': `${base64url({ alg: 'None' })}.${base64url(claims)}.${tag}`,
    'signed with the secret, not encrypted': `${signed}.${signature}`,
    'its head says it is not encrypted': [
      base64url({ alg: 'none', enc: 'none' }),
      key,
      iv,
      text,
      tag,
    ].join('.'),
    'its head brings a key along': [
      base64url({ alg: 'dir', enc: 'A256GCM', jwk: {} }),
      key,
      iv,
      text,
      tag,
    ].join('.'),
    'another text': [head, key, iv, `${text.slice(0, -2)}AA`, tag].join('.'),
    'another tag': [head, key, iv, text, 'A'.repeat(tag.length)].join('.'),
    'a short tag': [head, key, iv, text, tag.slice(0, 4)].join('.'),
    over: await encode({ token: claims, secret, maxAge: -60 }),
    'of another installation': await encode({ token: claims, secret: `${secret}x` }),
    'of another purpose': await encode({ token: claims, secret, salt: 'limelight.state' }),
    'without a session': await encode({ token: { sub: person.id }, secret }),
    'with a session of nobody': await encode({ token: { ...claims, sid: 'none' }, secret }),
    'with a session of somebody else': await encode({
      token: { ...claims, sub: (await createPerson(db, 'viewer')).id },
      secret,
    }),
    'an object for an id': await encode({ token: { ...claims, sub: { $ne: 1 } as never }, secret }),
    empty: '',
    'a null': 'null',
    dots: '....',
    'very long': 'A'.repeat(6_000),
    'not even text': '%00%ff',
  };
  for (const [what, token] of Object.entries(tokens)) {
    const headers = { cookie: `${name}=${token}` };
    expect((await ask(installation, '/api/v1/stations', headers)).status, what).toBe(401);
    expect((await ask(installation, '/settings', headers)).status, what).toBe(307);
  }
  const good = { cookie: `${name}=${value}` };
  expect((await ask(installation, '/api/v1/stations', good)).status, 'the real one').toBe(200);
});

/** What a program does that signs in by the form's address: the token first, then the post. */
async function postSignIn(
  installation: Installation,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
  csrf: 'ours' | 'none' | 'another browser’s' = 'ours',
): Promise<Answer> {
  const own = await csrfOf(installation);
  const other = csrf === 'ours' ? own : await csrfOf(installation);
  return ask(
    installation,
    '/api/auth/callback/credentials',
    { cookie: own.cookie, 'content-type': 'application/x-www-form-urlencoded', ...headers },
    {
      method: 'POST',
      body: new URLSearchParams({
        ...fields,
        ...(csrf === 'none' ? {} : { csrfToken: other.token }),
      }).toString(),
    },
  );
}

async function csrfOf(installation: Installation) {
  const { text, headers } = await ask(installation, '/api/auth/csrf', {});
  const cookie = headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return { cookie, token: (JSON.parse(text) as { csrfToken: string }).csrfToken };
}

const hasSession = ({ headers }: Answer) =>
  headers.getSetCookie().some((cookie) => /session=[^;]+/.test(cookie));

test('an address that only looks like somebody’s signs nobody in', async ({ installation, db }) => {
  const { email } = await createPerson(db, 'viewer', { password: PASSWORD });
  const lookalikes = [
    email.replace('e', 'е'), // Cyrillic
    email.replace('o', 'ο'), // Greek
    email.replace('.org', '．org\u200b'), // a zero-width space
    email.replace('example', 'exаmple'),
    `${email}\u0000`,
    email.replace('@', '@\u202e'),
    `"${email}"`,
    `${email},eve@evil.example`,
  ];
  for (const lookalike of lookalikes) {
    await forgetFailures(db);
    const answer = await postSignIn(installation, { email: lookalike, password: PASSWORD });
    expect(hasSession(answer), JSON.stringify(lookalike)).toBe(false);
  }
  // What NFKC makes the same is the same person: no second account can be had under it.
  const wide = email.replace(/^viewer/, 'ｖｉｅｗｅｒ').toUpperCase();
  expect(hasSession(await postSignIn(installation, { email: wide, password: PASSWORD }))).toBe(
    true,
  );
});

test.describe('another site cannot act for somebody who is signed in', () => {
  test('sign-in needs the token of the same browser', async ({ installation, db }) => {
    const { email } = await createPerson(db, 'viewer', { password: PASSWORD });
    const fields = { email, password: PASSWORD };
    expect(hasSession(await postSignIn(installation, fields, {}, 'none'))).toBe(false);
    expect(hasSession(await postSignIn(installation, fields, {}, 'another browser’s'))).toBe(false);
    const foreign = await postSignIn(installation, fields, { origin: FOREIGN });
    expect([foreign.status, hasSession(foreign)]).toEqual([403, false]);
    const crossSite = await postSignIn(installation, fields, { 'sec-fetch-site': 'cross-site' });
    expect([crossSite.status, hasSession(crossSite)]).toEqual([403, false]);
    expect(hasSession(await postSignIn(installation, fields))).toBe(true);
  });

  test('actions and handlers refuse a foreign origin, also an admin’s', async ({
    installation,
    db,
  }) => {
    const cookie = await cookieHeader(installation, await createPerson(db, 'admin'));
    for (const origin of [
      FOREIGN,
      'null',
      'http://localhost',
      `${installation.baseUrl}.evil.example`,
    ]) {
      const headers = { ...cookie, origin };
      const preview = await ask(installation, '/api/settings/preview', headers, { method: 'POST' });
      expect(JSON.parse(preview.text), origin).toMatchObject({ error: 'foreignOrigin' });
      for (const { id, name, address } of builtActions(installation.buildDir)) {
        if (name === 'chooseLocale') continue; // a language is not worth an attack
        const posted = await ask(
          installation,
          address,
          { ...headers, 'next-action': id, 'content-type': 'text/plain;charset=UTF-8' },
          { method: 'POST', body: '[]' },
        );
        const isRefused = posted.status >= 400 || /"forbidden"/.test(posted.text);
        expect(isRefused, `${name} from ${origin}: ${posted.status}`).toBe(true);
      }
    }
  });

  test('cookies are not sent along from elsewhere, nor read by scripts', async ({ page, db }) => {
    const person = await createPerson(db, 'viewer', { password: PASSWORD });
    await page.goto('/sign-in');
    await submitSignIn(page, person.email, PASSWORD);
    await expect(page).toHaveURL(/\/map$/);
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name.endsWith('session'));
    expect(session).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' });
    expect(await page.evaluate(() => document.cookie)).not.toContain('session');
    const held = await page.evaluate(() => JSON.stringify({ ...localStorage, ...sessionStorage }));
    expect(held).not.toContain(person.email);
  });
});

test('a session that was planted before signing in is over, and not taken on', async ({
  page,
  installation,
  db,
}) => {
  const attacker = await createPerson(db, 'viewer');
  const victim = await createPerson(db, 'viewer', { password: PASSWORD });
  await page.goto('/sign-in');
  await giveSession(page.context(), installation, attacker);
  const planted = await cookieHeader(installation, attacker);
  // The form is open already; the planted session does not close it.
  await submitSignIn(page, victim.email, PASSWORD);
  await expect(page).toHaveURL(/\/map$/);
  const session = (await page.context().cookies()).find(({ name }) => name.endsWith('session'));
  expect(`${session?.name}=${session?.value}`).not.toBe(planted.cookie);
  expect((await ask(installation, '/api/map/view', planted)).status).toBe(401);
});

test('one password tried on many accounts is stopped by its address, whatever it claims to be', async ({
  installation,
  db,
}) => {
  test.slow();
  const victim = await createPerson(db, 'viewer', { password: PASSWORD });
  for (let i = 0; i < 20; i += 1) {
    const email = `nobody-${i}@example.org`;
    const headers = { 'x-forwarded-for': `198.51.100.${i}`, 'x-limelight-address': `10.0.0.${i}` };
    const answer = await postSignIn(installation, { email, password: 'Summer2026!' }, headers);
    expect(hasSession(answer)).toBe(false);
  }
  const stopped = await postSignIn(
    installation,
    { email: victim.email, password: PASSWORD },
    { 'x-forwarded-for': '203.0.113.9' },
  );
  expect(hasSession(stopped)).toBe(false);
  expect(stopped.location).toMatch(/tooMany/);
});

test('no address of ours leads out of the site', async ({ installation }) => {
  const { baseUrl } = installation;
  const targets = [`${FOREIGN}/map`, '//evil.example', '/\\evil.example', '/%09/evil.example'];
  for (const target of targets) {
    const asked = encodeURIComponent(target);
    for (const address of [
      `/sign-in?callbackUrl=${asked}`,
      `/api/auth/signin?callbackUrl=${asked}`,
      `/api/auth/signin/oidc?callbackUrl=${asked}`,
      `/api/auth/signout?callbackUrl=${asked}`,
      `/api/auth/error?error=${asked}`,
      `/api/auth/callback/oidc?error=${asked}`,
      `/api/auth/verify-request?callbackUrl=${asked}`,
      `/settings?next=${asked}`,
    ]) {
      const { location, headers } = await ask(installation, address, {});
      if (location) expect(new URL(location, baseUrl).origin, address).toBe(baseUrl);
      const remembered = decodeURIComponent(headers.getSetCookie().join());
      expect(remembered, address).not.toContain('=https://evil.example');
    }
  }
});

test('an address cannot bring headers into an answer', async ({ installation }) => {
  const { headers } = await ask(installation, '/api/auth/error?error=x%0d%0aset-cookie:%20a=b', {});
  expect(headers.getSetCookie().join()).not.toContain('a=b');
});

test('another host’s name leads nowhere else', async ({ installation }) => {
  const forged = { 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'https' };
  for (const address of ['/', '/map', '/settings', '/api/auth/signin']) {
    const { location } = await ask(installation, address, forged);
    expect(new URL(location ?? '/', installation.baseUrl).origin, address).toBe(
      installation.baseUrl,
    );
  }
});
