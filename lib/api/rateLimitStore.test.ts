import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { takeRequest } from './rateLimitStore';

let db: Awaited<ReturnType<typeof openTestDatabase>>;
let userId: string;
/** Slow, so that none comes back while a test runs. */
const PACE = { requestsPerMin: 1, burst: 5 };

beforeAll(async () => {
  db = await openTestDatabase();
});
afterAll(() => db?.close());
beforeEach(async () => {
  await db.pool.query('TRUNCATE app_user CASCADE');
  const user = await db.prisma.user.create({
    data: { email: 'ada@lime.example', name: 'Ada', role: 'viewer' },
  });
  userId = user.id;
});

const take = (subject = 'token:a', cost = 1, pace = PACE) =>
  takeRequest(db.pool, { subject, userId }, pace, cost);
const passS = (seconds: number) =>
  db.pool.query('UPDATE api_bucket SET filled_at = filled_at - make_interval(secs => $1)', [
    seconds,
  ]);

it('lets a burst in at once, then holds the pace, and says how long to wait', async () => {
  const remaining: number[] = [];
  for (let i = 0; i < 5; i++) remaining.push((await take()).remaining);
  expect(remaining).toEqual([4, 3, 2, 1, 0]);
  expect(await take()).toMatchObject({
    isAllowed: false,
    remaining: 0,
    waitS: expect.closeTo(58, -1),
  });
  await passS(120);
  expect(await take()).toMatchObject({ isAllowed: true, remaining: 1 });
  await passS(3_600);
  expect(await take()).toMatchObject({ isAllowed: true, remaining: 4, fullInS: 60 });
});

it('never lets more in than there is, however many ask at once', async () => {
  const verdicts = await Promise.all(Array.from({ length: 40 }, () => take()));
  expect(verdicts.filter(({ isAllowed }) => isAllowed)).toHaveLength(5);
});

it('counts each token and each person apart', async () => {
  for (let i = 0; i < 5; i++) await take('token:a');
  expect((await take('token:a')).isAllowed).toBe(false);
  expect((await take('token:b')).isAllowed).toBe(true);
  expect((await take(`user:${userId}`)).isAllowed).toBe(true);
});

it('takes more for what costs more, and lets the dearest in with a full bucket', async () => {
  expect(await take('token:a', 3)).toMatchObject({ isAllowed: true, remaining: 2 });
  expect(await take('token:a', 3)).toMatchObject({ isAllowed: false, remaining: 2 });
  expect((await take('token:b', 50)).isAllowed).toBe(true);
});

it('forgets a person with their account', async () => {
  await take();
  await db.prisma.user.delete({ where: { id: userId } });
  expect((await db.pool.query('SELECT 1 FROM api_bucket')).rowCount).toBe(0);
});
