import { expect, test } from './fixtures';
import { ask, cookieHeader } from './support/ask';
import { createPerson, sessionCookie } from './support/people';

test.use({ role: null });

test('the anonymous are sent to sign in and back inside, programs are told so in JSON', async ({
  installation,
}) => {
  const asked = await ask(installation, '/settings?tab=1', {});
  const location = new URL(asked.location!, installation.baseUrl);
  expect(location.origin).toBe(installation.baseUrl);
  expect(location.pathname).toBe('/sign-in');
  expect(location.searchParams.get('callbackUrl')).toBe('/settings?tab=1');

  const refused = await ask(installation, '/api/v1/stations?format=csv', {});
  expect(refused.type).toContain('application/problem+json');
  expect(JSON.parse(refused.text)).toEqual({
    error: 'unauthenticated',
    detail: 'Sign in first.',
  });
});

test('a forged, a stale and another installation’s session are no session', async ({
  installation,
  db,
}) => {
  const person = await createPerson(db, 'viewer');
  const { name, value } = await sessionCookie(installation, person);
  const other = await sessionCookie({ ...installation, authSecret: 'x'.repeat(43) }, person);
  const forged = [`${value.slice(0, -4)}AAAA`, other.value, 'null', `${value}.${value}`];
  for (const token of forged) {
    const answer = await ask(installation, '/api/map/view', { cookie: `${name}=${token}` });
    expect(answer.status, token.slice(-12)).toBe(401);
  }
  const cookie = { cookie: `${name}=${value}` };
  expect((await ask(installation, '/api/map/view', cookie)).status).toBe(200);
  await db.query('UPDATE app_user SET session_version = 2 WHERE id = $1', [person.id]);
  expect((await ask(installation, '/api/map/view', cookie)).status).toBe(401);
});

test('who is disabled, or loses their role, is out at the next request', async ({
  installation,
  db,
}) => {
  const person = await createPerson(db, 'admin');
  const cookie = await cookieHeader(installation, person);
  const status = async (route: string) => (await ask(installation, route, cookie)).status;
  expect([await status('/settings'), await status('/api/v1/stations')]).toEqual([200, 200]);

  await db.query(`UPDATE app_user SET role = 'viewer' WHERE id = $1`, [person.id]);
  expect([await status('/settings'), await status('/api/v1/stations')]).toEqual([403, 200]);

  await db.query('UPDATE app_user SET disabled_at = now() WHERE id = $1', [person.id]);
  expect([await status('/settings'), await status('/api/v1/stations')]).toEqual([307, 401]);
});
