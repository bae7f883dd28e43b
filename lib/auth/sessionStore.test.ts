import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { withTransaction } from '@/lib/db/transaction';
import {
  endSession,
  endSessions,
  findUserBySession,
  listSessions,
  startSession,
} from './sessionStore';
import type { SessionClaims } from './sessionToken';

let db: Awaited<ReturnType<typeof openTestDatabase>>;
let user: { id: string; sessionVersion: number };
const laptop = { address: '192.0.2.7', userAgent: 'Mozilla/5.0 (X11) Firefox/140.0' };

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db?.close());
beforeEach(async () => {
  await db.pool.query('TRUNCATE app_user CASCADE');
  user = await db.prisma.user.create({
    data: { email: 'ada@lime.example', name: 'Ada', role: 'viewer' },
  });
});

const start = () => startSession(db.pool, user, laptop);
const isGood = async (session: SessionClaims) =>
  (await findUserBySession(db.pool, session)) !== null;
const seenAt = async (): Promise<Date | null> =>
  (await db.prisma.user.findUniqueOrThrow({ where: { id: user.id } })).lastSeenAt;

describe('sessions', () => {
  it('begin under a new id each time and remember where', async () => {
    const [one, two] = [await start(), await start()];
    expect(one.sessionId).not.toBe(two.sessionId);
    expect(await listSessions(db.pool, user.id)).toMatchObject([laptop, laptop]);
  });

  it('are over when their time is, and are forgotten at the next sign-in', async () => {
    const session = await start();
    await db.pool.query(`UPDATE app_session SET expires_at = now() - interval '1 ms'`);
    expect(await isGood(session)).toBe(false);
    expect(await listSessions(db.pool, user.id)).toEqual([]);
    await start();
    const { rows } = await db.pool.query('SELECT id FROM app_session');
    expect(rows).toHaveLength(1);
  });

  it('end alone, for their owner only', async () => {
    const [one, two] = [await start(), await start()];
    expect(await endSession(db.pool, { ...one, userId: 'somebody' })).toBe(false);
    expect(await endSession(db.pool, one)).toBe(true);
    expect(await endSession(db.pool, one)).toBe(false);
    expect([await isGood(one), await isGood(two)]).toEqual([false, true]);
  });

  it('end together, but for the one that goes on', async () => {
    const [one, two, three] = [await start(), await start(), await start()];
    expect(await endSessions(db.pool, user.id, two.sessionId)).toBe(2);
    expect(await Promise.all([one, two, three].map(isGood))).toEqual([false, true, false]);
    expect(await endSessions(db.pool, user.id)).toBe(1);
    expect(await isGood(two)).toBe(false);
  });

  it('never count when the sign-in was judged before all were ended', async () => {
    await endSessions(db.pool, user.id);
    const late = await start(); // with the version that was read before
    expect(await isGood(late)).toBe(false);
    expect(await listSessions(db.pool, user.id)).toEqual([]);
  });

  it('tell open streams when the change is there, not before', async () => {
    const session = await start();
    const listener = await db.pool.connect();
    const heard: string[] = [];
    listener.on('notification', ({ payload }) => heard.push(payload ?? ''));
    await listener.query('LISTEN limelight_live');
    await withTransaction(db.pool, async (tx) => {
      await endSession(tx, session);
      await listener.query('SELECT 1');
      expect(heard).toEqual([]);
    });
    await listener.query('SELECT 1');
    expect(heard).toEqual([JSON.stringify({ accessOf: user.id })]);
    listener.release(true);
  });
});

describe('being seen', () => {
  it('is noted at once, and then at most once a minute', async () => {
    const session = await start();
    const age = (interval: string) =>
      db.pool.query(
        `WITH s AS (UPDATE app_session SET last_seen_at = last_seen_at - interval '${interval}')
         UPDATE app_user SET last_seen_at = last_seen_at - interval '${interval}'`,
      );
    expect(await seenAt()).toBeNull();
    await db.pool.query(`UPDATE app_session SET last_seen_at = now() - interval '61 seconds'`);
    await isGood(session);
    const first = (await seenAt())!;
    expect(Date.now() - first.getTime()).toBeLessThan(10_000);

    await age('40 seconds');
    const aged = await seenAt();
    await isGood(session);
    expect(await seenAt()).toEqual(aged);
    await age('21 seconds');
    await isGood(session);
    expect(await seenAt()).not.toEqual(aged);
    expect(Date.now() - (await seenAt())!.getTime()).toBeLessThan(10_000);
  });
});
