import { readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { API_ROUTES } from '@/lib/api/apiRoutes';
import { scopesOf } from '@/lib/api/openApiDocument';
import { API_SCOPES, type ApiScope } from '@/lib/auth/apiScopes';
import { createApiToken } from '@/lib/auth/apiTokenStore';
import { openTestDatabase } from '@/lib/db/testDatabase';

type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

const ORIGIN = 'http://localhost:3000';
const BURST = 25;
let db: Awaited<ReturnType<typeof openTestDatabase>>;
let userId: string;
const handlers = new Map<string, Handler>();

beforeAll(async () => {
  db = await openTestDatabase();
  for (const [name, value] of Object.entries({
    DATABASE_URL: db.url,
    AUTH_SECRET: 'a secret of at least thirty-two characters',
    PUBLIC_URL: ORIGIN,
    LOG_LEVEL: 'silent',
    SYSTEM_ID: 'paris',
    API_REQUESTS_PER_MIN: '1',
    API_BURST: String(BURST),
  })) {
    vi.stubEnv(name, value);
  }
  (globalThis as { limelightDatabase?: unknown }).limelightDatabase = db;
  for (const file of readdirSync('app/api/v1', { recursive: true, encoding: 'utf8' })) {
    if (path.basename(file) !== 'route.ts') continue;
    const { GET } = (await import(path.resolve('app/api/v1', file))) as { GET: Handler };
    handlers.set(`/api/v1/${path.dirname(file).replaceAll(/\[(\w+)\]/g, '{$1}')}`, GET);
  }
});
afterAll(() => db?.close());
beforeEach(async () => {
  await db.pool.query('TRUNCATE app_user CASCADE');
  const user = await db.prisma.user.create({
    data: { email: 'ada@lime.example', name: 'Ada', role: 'viewer' },
  });
  userId = user.id;
});

async function tokenWith(scopes: readonly ApiScope[]) {
  const wanted = { name: 'Notebook', scopes, validDays: 30 };
  return (await createApiToken(db.pool, userId, wanted)).token;
}

function ask(route: string, token: string | null, search = ''): Promise<Response> {
  const address = route.replace(/\{\w+\}/, 'a');
  const headers: Record<string, string> =
    token === null ? {} : { authorization: `Bearer ${token}` };
  const request = new Request(`${ORIGIN}${address}${search}`, { headers });
  return handlers.get(route)!(request, { params: Promise.resolve({ stationId: 'a' }) });
}

/** In an empty database: 400, 404 and 503 are answers to whoever was let in. */
const isLetIn = ({ status }: Response) => status !== 401 && status !== 403;

describe('the doors of the API', () => {
  it('open to the scopes that the document names, and to no other', async () => {
    for (const route of API_ROUTES.filter(({ permission }) => permission !== null)) {
      const [needed] = scopesOf(route);
      for (const scope of API_SCOPES) {
        const answer = await ask(route.path, await tokenWith([scope]));
        expect(isLetIn(answer), `${scope} at ${route.path}`).toBe(scope === needed);
      }
      expect((await ask(route.path, null)).status, route.path).toBe(401);
    }
  });

  it('ask for the scope of the past where a minute of it is asked', async () => {
    const past = API_ROUTES.filter(({ pastPermission }) => pastPermission !== undefined);
    expect(past.length).toBeGreaterThan(0);
    for (const route of past) {
      const scopes = scopesOf(route);
      const search = '?at=2026-11-01T00:00:00Z';
      for (const scope of scopes) {
        expect(isLetIn(await ask(route.path, await tokenWith([scope]), search)), scope).toBe(false);
      }
      expect(isLetIn(await ask(route.path, await tokenWith(scopes), search))).toBe(true);
    }
  });

  it('let the document out to anybody', async () => {
    const answer = await ask('/api/v1/openapi.json', null);
    expect(answer.status).toBe(200);
    expect((await answer.json()).paths).toHaveProperty('/api/v1/history');
  });

  it('close for a while to a token that asks too often, and to no other', async () => {
    const [token, other] = [await tokenWith(API_SCOPES), await tokenWith(API_SCOPES)];
    const first = await ask('/api/v1/stations', token);
    expect(first.headers.get('ratelimit-limit')).toBe(String(BURST));
    expect(first.headers.get('ratelimit-remaining')).toBe(String(BURST - 1));
    // Streams take ten each.
    await ask('/api/v1/history', token, '?format=csv');
    await ask('/api/v1/history', token, '?format=csv');
    const refused = await ask('/api/v1/history', token, '?format=csv');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('content-type')).toBe('application/problem+json');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(300);
    expect(await refused.json()).toMatchObject({ error: 'tooManyRequests' });
    expect((await ask('/api/v1/stations', token)).status).toBe(503);
    expect((await ask('/api/v1/history', other, '?format=csv')).status).toBe(400);
  });

  it('refuse what no schema knows, in words', async () => {
    const token = await tokenWith(API_SCOPES);
    const asked = ['?format=xlsx', '?formt=csv', '?format=csv&format=json', '?at=yesterday'];
    for (const search of asked) {
      const answer = await ask('/api/v1/status', token, search);
      expect([answer.status, (await answer.json()).error], search).toEqual([400, 'badRequest']);
    }
  });
});
