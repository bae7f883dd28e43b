import { expect, test } from './fixtures';
import { ask, cookieHeader } from './support/ask';
import { addressOf, EXPECTED } from './support/expectedAnswers';
import { createPerson } from './support/people';
import type { Door } from './support/routes';

test.use({ role: null });

const POLICY = [
  "default-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
];
const FIXED = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': /^(strict-origin-when-cross-origin|no-referrer|same-origin)$/,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': /camera=\(\)/,
};
/** What no answer may tell of the machinery behind it. */
const SECRETS =
  /postgres(ql)?:\/\/|redis:\/\/|\bat [\w.]+ \(|node_modules|AUTH_SECRET|password_hash|\$argon2/i;

test('every answer carries the headers that protect it, also refusals and what is not there', async ({
  installation,
  db,
}) => {
  const admin = await cookieHeader(installation, await createPerson(db, 'admin'));
  const doors = Object.keys(EXPECTED) as Door[];
  for (const door of [...doors, 'GET /nowhere', 'GET /api/nowhere', 'GET /sw.js'] as Door[]) {
    const { method, address } = addressOf(door);
    for (const cookie of [{}, admin]) {
      const headers = method === 'GET' ? cookie : { ...cookie, origin: installation.baseUrl };
      const answer = await ask(installation, address, headers, { method });
      for (const [name, value] of Object.entries(FIXED))
        expect(answer.headers.get(name), `${door} ${name}`).toMatch(value);
      for (const directive of POLICY)
        expect(answer.headers.get('content-security-policy'), door).toContain(directive);
      expect(answer.headers.get('x-powered-by'), door).toBeNull();
      expect(answer.headers.get('access-control-allow-origin'), door).toBeNull();
      expect(answer.text, door).not.toMatch(SECRETS);
    }
  }
});

test('what is personal is never kept by caches', async ({ installation, db }) => {
  const cookie = await cookieHeader(installation, await createPerson(db, 'admin'));
  for (const door of Object.keys(EXPECTED) as Door[]) {
    const { method, address } = addressOf(door);
    if (method !== 'GET' || EXPECTED[door]?.anonymous === 200 || door === 'GET /metrics') continue;
    const { status, headers } = await ask(installation, address, cookie);
    if (status !== 200) continue;
    expect(headers.get('cache-control'), door).toMatch(/no-store|private/);
    expect(headers.get('cache-control'), door).not.toMatch(/public|s-maxage/);
  }
});

test('answers say what they are', async ({ installation, db }) => {
  const cookie = await cookieHeader(installation, await createPerson(db, 'admin'));
  for (const door of Object.keys(EXPECTED) as Door[]) {
    const { method, address } = addressOf(door);
    if (method !== 'GET') continue;
    const { status, type, text } = await ask(installation, address, cookie);
    if (status !== 200 || text === '') continue;
    expect(type, door).toMatch(/^(text|application)\/[\w.+-]+/);
    if (type?.startsWith('text/')) expect(type, door).toMatch(/charset=utf-8/i);
  }
});

test('health tells that it lives and nothing else', async ({ installation }) => {
  const health = await ask(installation, '/api/health', {});
  const told = JSON.parse(health.text) as Record<string, unknown>;
  for (const value of Object.values(told)) expect(String(value).length).toBeLessThan(60);
  const ready = await ask(installation, '/api/ready', {});
  expect(ready.text).not.toMatch(SECRETS);
  expect(`${health.text}${ready.text}`).not.toMatch(/127\.0\.0\.1|localhost|version/i);
});

test('nonsense is refused in general words', async ({ installation, db }) => {
  const cookie = await cookieHeader(installation, await createPerson(db, 'admin'));
  const own = { ...cookie, origin: installation.baseUrl };
  const json = { ...own, 'content-type': 'application/json' };
  const action = { ...own, 'content-type': 'text/plain;charset=UTF-8' };
  const nonsense: [address: string, headers: Record<string, string>, body: string][] = [
    ['/api/settings/preview', json, '{"draft": '],
    ['/api/settings/preview', json, '{"__proto__": {"draft": 1}}'],
    ['/settings', { ...action, 'next-action': 'f'.repeat(42) }, '["'],
    ['/settings', { ...action, 'next-action': '../../etc/passwd' }, '[]'],
    ['/api/auth/callback/credentials', { ...own }, 'email[]=x'],
  ];
  for (const [address, headers, body] of nonsense) {
    const answer = await ask(installation, address, headers, { method: 'POST', body });
    expect(answer.text, `${address} ${body}`).not.toMatch(SECRETS);
    expect(answer.status, `${address} ${body}`).toBeGreaterThanOrEqual(300);
  }
  for (const address of [
    '/api/v1/stations?format=exe',
    '/api/map/stations/%00/history',
    `/api/map/stations/${'%F0%9F%9A%B2'.repeat(300)}/history`,
    '/_next/static/../../package.json',
    '/_next/static/..%2f..%2fpackage.json',
    '/.env',
    '/.git/config',
    '/%2e%2e/package.json',
  ]) {
    const answer = await ask(installation, address, cookie);
    expect(answer.status, address).not.toBe(200);
    expect(answer.text, address).not.toMatch(SECRETS);
    expect(answer.text, address).not.toContain('"dependencies"');
  }
});

test('methods that nobody offers are refused', async ({ installation, db }) => {
  const cookie = await cookieHeader(installation, await createPerson(db, 'admin'));
  const own = { ...cookie, origin: installation.baseUrl };
  for (const method of ['PUT', 'DELETE', 'PATCH', 'POST']) {
    const { status } = await ask(installation, '/api/v1/stations', own, { method });
    expect(status, method).toBe(405);
  }
});
