import { NextRequest } from 'next/server';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { mintSessionToken } from '@/lib/auth/sessionToken';
import { proxy } from '@/proxy';

const SECRET = 'a secret of at least thirty-two characters';
const ORIGIN = 'https://limelight.example';

beforeAll(() => {
  vi.stubEnv('DATABASE_URL', 'postgresql://nobody@127.0.0.1:1/nothing');
  vi.stubEnv('AUTH_SECRET', SECRET);
  vi.stubEnv('PUBLIC_URL', ORIGIN);
  vi.stubEnv('TILE_URL', 'https://{s}.tiles.example/{z}/{x}/{y}.png');
});

const ask = (path: string, headers: Record<string, string> = {}) =>
  proxy(new NextRequest(new URL(path, ORIGIN), { headers }));
const session = async () => ({
  cookie: `__Host-limelight.session=${await mintSessionToken({ userId: 'u1', sessionId: 's1' }, SECRET)}`,
});

describe('proxy', () => {
  it('sends the anonymous to sign in, and back to where they wanted to go', async () => {
    const answer = await ask('/map?station=12&s=empty');
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toBe(
      `${ORIGIN}/sign-in?callbackUrl=${encodeURIComponent('/map?station=12&s=empty')}`,
    );
  });

  it('answers 401 to anonymous programs, and to sessions that are none', async () => {
    const cookies = ['', '__Host-limelight.session=abc', 'limelight.session=abc'];
    for (const cookie of cookies) {
      const answer = await ask('/api/v1/stations', { cookie });
      expect(answer.status).toBe(401);
      expect(await answer.json()).toMatchObject({ error: 'unauthenticated' });
    }
  });

  it.each([
    ...['/sign-in', '/api/auth/csrf', '/api/health', '/api/ready', '/metrics', '/icon.svg'],
    ...['/invite/c2VjcmV0', '/reset/c2VjcmV0'],
  ])('lets everybody to %s', async (path) =>
    expect((await ask(path)).headers.get('x-middleware-next')).toBe('1'),
  );

  it.each([
    '/sign-in/x',
    '/api/authx',
    '/api/healthx',
    '/api/ready/x',
    '/metrics/x',
    '//sign-in',
    '/SIGN-IN',
    '/icon.svg/x',
    '/invite/c2VjcmV0/x',
    '/invite/',
    '/invite/../settings',
  ])('does not take %s for a public page', async (path) =>
    expect([307, 401]).toContain((await ask(path)).status),
  );

  it('lets sessions through, with a path that clients cannot set', async () => {
    const answer = await ask('/settings?a=1', {
      ...(await session()),
      'x-limelight-path': '//evil.example',
    });
    expect(answer.headers.get('x-middleware-next')).toBe('1');
    expect(answer.headers.get('x-middleware-request-x-limelight-path')).toBe('/settings?a=1');
  });

  it('sets the security headers on every answer, and hands Next the same policy', async () => {
    for (const answer of [
      await ask('/sign-in'),
      await ask('/map'),
      await ask('/api/v1/stations'),
    ]) {
      expect(answer.headers.get('strict-transport-security')).toBe('max-age=63072000');
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(answer.headers.get('content-security-policy')).toContain('https://*.tiles.example');
    }
    const page = await ask('/sign-in', { 'content-security-policy': "script-src 'nonce-mine'" });
    expect(page.headers.get('x-middleware-request-content-security-policy')).toBe(
      page.headers.get('content-security-policy'),
    );
  });

  it('leaves tokens of programs to the handlers of the API, and to nothing else', async () => {
    const headers = { authorization: 'Bearer abc' };
    expect((await ask('/api/v1/stations', headers)).headers.get('x-middleware-next')).toBe('1');
    expect((await ask('/api/map/view', headers)).status).toBe(401);
    expect((await ask('/map', headers)).status).toBe(307);
  });

  it('lets nobody keep the address of a secret link', async () => {
    const { headers } = await ask('/invite/c2VjcmV0');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('cache-control')).toBe('private, no-store');
    expect((await ask('/map')).headers.get('referrer-policy')).not.toBe('no-referrer');
  });

  it('makes a nonce for each answer', async () => {
    const nonces = await Promise.all(
      [1, 2, 3].map(async () => (await ask('/sign-in')).headers.get('content-security-policy')),
    );
    expect(new Set(nonces).size).toBe(3);
  });
});
