import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openTestDatabase } from '@/lib/db/testDatabase';
import type { ApiScope } from './apiScopes';
import { createApiToken, listApiTokens, revokeApiToken, revokeApiTokens } from './apiTokenStore';
import { bearerOf } from './bearerOf';
import type { Permission } from './permissions';
import { permitBearer } from './permitBearer';

let db: Awaited<ReturnType<typeof openTestDatabase>>;
let userId: string;

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

const make = (scopes: readonly ApiScope[] = ['stations.read'], validDays: number | null = 30) =>
  createApiToken(db.pool, userId, { name: 'Notebook', scopes, validDays });
async function answerTo(token: string, permission: Permission = 'stations.export') {
  const answer = await permitBearer(db.pool, token, permission);
  return answer instanceof Response ? answer.status : answer.email;
}

describe('bearerOf', () => {
  const headers = (authorization: string) => new Headers({ authorization });
  it('reads the token of a request to the API', () => {
    expect(bearerOf(headers('Bearer abc'), '/api/v1/stations')).toBe('abc');
    expect(bearerOf(headers('bearer  abc'), '/api/v1/stations')).toBe('abc');
    expect(bearerOf(headers('Bearer '), '/api/v1/stations')).toBe('');
  });

  it('knows of none elsewhere, under another scheme, or in two pieces', () => {
    expect(bearerOf(headers('Bearer abc'), '/api/map/view')).toBeNull();
    expect(bearerOf(headers('Bearer abc'), '/api/v10/stations')).toBeNull();
    expect(bearerOf(headers('Basic abc'), '/api/v1/stations')).toBeNull();
    expect(bearerOf(headers('Bearer a b'), '/api/v1/stations')).toBeNull();
    expect(bearerOf(new Headers(), '/api/v1/stations')).toBeNull();
  });
});

describe('permitBearer', () => {
  it('lets a token in for what its scopes and the role allow, and no more', async () => {
    const { token } = await make();
    expect(await answerTo(token)).toBe('ada@lime.example');
    // The role allows it, the scopes do not; then neither does.
    expect(await answerTo(token, 'map.read')).toBe(403);
    expect(await answerTo(token, 'settings.write')).toBe(403);
    expect(await answerTo((await make([])).token)).toBe(403);
  });

  it('says why, as RFC 6750 asks', async () => {
    const unknown = await permitBearer(db.pool, 'nothing', 'stations.export');
    const { token } = await make([]);
    const narrow = await permitBearer(db.pool, token, 'stations.export');
    const said = [unknown, narrow].map((answer) =>
      answer instanceof Response ? answer.headers.get('www-authenticate') : null,
    );
    expect(said).toEqual(['Bearer error="invalid_token"', 'Bearer error="insufficient_scope"']);
  });

  it('refuses a wrong secret, a revoked and an expired token, and a disabled person', async () => {
    const { id, token } = await make();
    expect(await answerTo(`${token.slice(0, 20)}${'A'.repeat(39)}`)).toBe(401);
    expect(await revokeApiToken(db.pool, 'somebody else', id)).toBeNull();
    expect(await answerTo(token)).toBe('ada@lime.example');
    expect(await revokeApiToken(db.pool, userId, id)).toBe('Notebook');
    expect(await answerTo(token)).toBe(401);

    const second = await make();
    await db.pool.query(`UPDATE api_token SET expires_at = now() - interval '1 s'`);
    expect(await answerTo(second.token)).toBe(401);

    const third = await make(['stations.read'], null);
    expect(await answerTo(third.token)).toBe('ada@lime.example');
    await db.prisma.user.update({ where: { id: userId }, data: { disabledAt: new Date() } });
    expect(await answerTo(third.token)).toBe(401);
  });

  it('keeps no secret, and lists what still opens something with its last use', async () => {
    const { id, token } = await make();
    const gone = await make();
    await revokeApiToken(db.pool, userId, gone.id);
    expect(await listApiTokens(db.pool, userId)).toMatchObject([{ id, lastUsedAt: null }]);
    await answerTo(token);
    const [listed] = await listApiTokens(db.pool, userId);
    expect(listed).toMatchObject({ id, name: 'Notebook', scopes: ['stations.read'] });
    expect(listed!.lastUsedAt).toBeInstanceOf(Date);
    const { rows } = await db.pool.query('SELECT * FROM api_token');
    expect(JSON.stringify(rows)).not.toContain(token.slice(16));
    expect(await revokeApiTokens(db.pool, userId)).toBe(1);
    expect(await answerTo(token)).toBe(401);
  });
});
