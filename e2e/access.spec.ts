import { expect, test } from './fixtures';
import { ask, cookieHeader } from './support/ask';
import { createPerson, sessionCookie } from './support/people';
import { applicationRoutes } from './support/routes';

test.use({ role: null });

type Visitor = 'anonymous' | 'viewer' | 'dispatcher' | 'driver' | 'admin';
const SIGNED_IN = ['viewer', 'dispatcher', 'driver', 'admin'] as const;

interface Expected {
  anonymous: number;
  /** Of every role but admin. */
  staff: number;
  admin: number;
}

const everybody = (status: number): Expected => ({
  anonymous: status,
  staff: status,
  admin: status,
});
const page = { anonymous: 307, staff: 200, admin: 200 };
const adminPage = { anonymous: 307, staff: 403, admin: 200 };
const api = { anonymous: 401, staff: 200, admin: 200 };

/** What a GET answers. Every route of the application has a row, or the first test fails. */
const MATRIX: Record<string, Expected> = {
  '/': { anonymous: 307, staff: 307, admin: 307 },
  '/map': page,
  '/settings': adminPage,
  '/admin': { anonymous: 307, staff: 403, admin: 307 },
  '/sign-in': { anonymous: 200, staff: 307, admin: 307 },
  '/api/health': everybody(200),
  '/api/ready': everybody(200),
  '/api/map/view': api,
  '/api/map/events': api,
  '/api/map/districts': api,
  // No station is called "[stationId]".
  '/api/map/stations/[stationId]/history': { anonymous: 401, staff: 404, admin: 404 },
  '/api/v1/stations': api,
  // next-auth's own; its answers are compared below.
  '/api/auth/[...nextauth]': everybody(200),
};

/** What made earlier versions of Next skip the proxy (CVE-2025-29927), and its relatives. */
const ATTACKS: Record<string, string>[] = [
  { 'x-middleware-subrequest': 'proxy' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware:src/middleware' },
  { 'x-middleware-next': '1', 'x-middleware-invoke': '1', 'x-invoke-path': '/sign-in' },
  { 'x-nextjs-data': '1', purpose: 'prefetch' },
  { rsc: '1', 'next-router-prefetch': '1' },
];

function expectedStatus(expected: Expected, visitor: Visitor): number {
  if (visitor === 'anonymous' || visitor === 'admin') return expected[visitor];
  return expected.staff;
}

test('every route of the application has a row in the matrix', () => {
  expect(Object.keys(MATRIX).sort()).toEqual(applicationRoutes());
});

for (const visitor of ['anonymous', ...SIGNED_IN] as const) {
  test(`what opens for ${visitor}, with and without an attacker's headers`, async ({
    installation,
    db,
  }) => {
    const person = visitor === 'anonymous' ? null : await createPerson(db, visitor);
    const cookie = await cookieHeader(installation, person);
    for (const [route, expected] of Object.entries(MATRIX)) {
      const address = route.replace('[...nextauth]', 'providers');
      const status = expectedStatus(expected, visitor);
      const answer = await ask(installation, address, cookie);
      expect(answer.status, `${visitor} ${route}`).toBe(status);
      if (status === 200) continue;
      for (const attack of ATTACKS) {
        const attacked = await ask(installation, address, { ...cookie, ...attack });
        const where = `${visitor} ${route} ${JSON.stringify(attack)}`;
        expect(attacked.status, where).not.toBe(200);
        expect(attacked.text, where).not.toMatch(/stationId|numBikesAvailable|minBikes/);
      }
    }
  });
}

test('the anonymous are sent to sign in and back inside, programs are told so in JSON', async ({
  installation,
}) => {
  const asked = await ask(installation, '/settings?tab=1', {});
  const location = new URL(asked.location!, installation.baseUrl);
  expect(location.origin).toBe(installation.baseUrl);
  expect(location.pathname).toBe('/sign-in');
  expect(location.searchParams.get('callbackUrl')).toBe('/settings?tab=1');

  const refused = await ask(installation, '/api/v1/stations?format=csv', {});
  expect(refused.type).toContain('application/json');
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
