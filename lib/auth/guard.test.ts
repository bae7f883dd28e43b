import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Role } from '@/lib/db/generated/enums';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { permit, userOfSession } from './guard';
import { endSession, startSession } from './sessionStore';
import { mintSessionToken, type SessionClaims } from './sessionToken';

const SECRET = 'a secret of at least thirty-two characters';
const ORIGIN = 'http://localhost:3000';
let db: Awaited<ReturnType<typeof openTestDatabase>>;
let userId: string;
let session: SessionClaims;

beforeAll(async () => {
  db = await openTestDatabase();
  vi.stubEnv('DATABASE_URL', db.url);
  vi.stubEnv('AUTH_SECRET', SECRET);
  vi.stubEnv('PUBLIC_URL', ORIGIN);
  vi.stubEnv('LOG_LEVEL', 'silent');
  (globalThis as { limelightDatabase?: unknown }).limelightDatabase = db;
});
afterAll(() => db?.close());
beforeEach(async () => {
  await db.pool.query('TRUNCATE app_user CASCADE');
  const user = await db.prisma.user.create({
    data: { email: 'ada@lime.example', name: 'Ada', role: 'viewer' },
  });
  userId = user.id;
  session = await startSession(db.pool, user, { address: null, userAgent: null });
});

async function request(
  init: { method?: string; headers?: Record<string, string>; session?: SessionClaims } = {},
) {
  const token = await mintSessionToken(init.session ?? session, SECRET);
  const headers = { cookie: `other=1; limelight.session=${token}`, ...init.headers };
  return new Request(`${ORIGIN}/api/v1/stations`, { method: init.method ?? 'GET', headers });
}

const setRole = (role: Role) => db.prisma.user.update({ where: { id: userId }, data: { role } });
const statusOf = (answer: unknown) => (answer instanceof Response ? answer.status : 'permitted');

describe('permit', () => {
  it('gives the person as the database knows them', async () => {
    expect(await permit(await request(), 'map.read')).toEqual({
      id: userId,
      email: 'ada@lime.example',
      name: 'Ada',
      role: 'viewer',
      locale: null,
    });
  });

  it('answers 401 to no session and to a forged one, in words and uncached', async () => {
    const anonymous = await permit(new Request(ORIGIN), 'map.read');
    expect(statusOf(anonymous)).toBe(401);
    expect(await (anonymous as Response).json()).toMatchObject({ error: 'unauthenticated' });
    expect((anonymous as Response).headers.get('cache-control')).toBe('no-store');
    const forged = await request({
      headers: { cookie: 'limelight.session=eyJhbGciOiJkaXIifQ..a.b.c' },
    });
    expect(statusOf(await permit(forged, 'map.read'))).toBe(401);
  });

  it('takes the role from the database at each request, not from the session', async () => {
    const asked = await request();
    expect(statusOf(await permit(asked, 'settings.write'))).toBe(403);
    await setRole('admin');
    expect(statusOf(await permit(asked, 'settings.write'))).toBe('permitted');
    await setRole('viewer');
    expect(statusOf(await permit(asked, 'settings.write'))).toBe(403);
  });

  it('ends with the session, with all sessions of the account, and with the account', async () => {
    const asked = await request();
    await endSession(db.pool, session);
    expect(statusOf(await permit(asked, 'map.read'))).toBe(401);

    const user = { id: userId, sessionVersion: 1 };
    const next = await startSession(db.pool, user, { address: null, userAgent: null });
    const again = await request({ session: next });
    expect(statusOf(await permit(again, 'map.read'))).toBe('permitted');
    await db.prisma.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect(statusOf(await permit(again, 'map.read'))).toBe(401);
    const data = { disabledAt: null, sessionVersion: 2 };
    await db.prisma.user.update({ where: { id: userId }, data });
    expect(statusOf(await permit(again, 'map.read'))).toBe(401);
  });

  it('takes no session id of somebody else', async () => {
    const bob = await db.prisma.user.create({
      data: { email: 'bob@lime.example', name: 'Bob', role: 'admin' },
    });
    const mixed = await request({ session: { userId: bob.id, sessionId: session.sessionId } });
    expect(statusOf(await permit(mixed, 'map.read'))).toBe(401);
  });

  it('refuses to change anything on behalf of another site', async () => {
    await setRole('admin');
    const post = (headers: Record<string, string>) => request({ method: 'POST', headers });
    const foreign = await permit(await post({ origin: 'https://evil.example' }), 'settings.write');
    expect(statusOf(foreign)).toBe(403);
    expect(await (foreign as Response).json()).toMatchObject({ error: 'foreignOrigin' });
    expect(statusOf(await permit(await post({ origin: ORIGIN }), 'settings.write'))).toBe(
      'permitted',
    );
  });
});

describe('userOfSession', () => {
  it('knows nobody without a session or with the session of a deleted account', async () => {
    expect(await userOfSession(db.pool, null)).toBeNull();
    expect(await userOfSession(db.pool, { userId: 'gone', sessionId: 'gone' })).toBeNull();
  });
});
