import { type NextRequest, NextResponse } from 'next/server';
import { chooseBaseTiles } from '@/components/map/leaflet/baseTilesConfig';
import { authSecret } from '@/lib/auth/authSecret';
import { bearerOf } from '@/lib/auth/bearerOf';
import { PATH_HEADER } from '@/lib/auth/pathHeader';
import { isSecretPath } from '@/lib/auth/secretPath';
import { readSessionToken, sessionCookieName } from '@/lib/auth/sessionToken';
import { isDevelopment } from '@/lib/env/development';
import { env } from '@/lib/env/env';
import { contentSecurityPolicy } from '@/lib/http/contentPolicy';
import { problem } from '@/lib/http/problem';
import { securityHeaders } from '@/lib/http/securityHeaders';

/**
 * A first line only: it sends the anonymous away early and sets the security headers. Every page
 * and handler checks by itself, because proxies have been bypassed before.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { PUBLIC_URL, TILE_URL } = env();
  const isHttps = PUBLIC_URL.startsWith('https:');
  const policy = contentSecurityPolicy({
    nonce: btoa(crypto.randomUUID()),
    tileUrl: chooseBaseTiles(TILE_URL, undefined)?.url,
    isDevelopment,
    isHttps,
  });
  const answer =
    (await refuse(request)) ?? NextResponse.next({ request: forwarded(request, policy) });
  for (const [name, value] of Object.entries(securityHeaders({ isHttps }))) {
    answer.headers.set(name, value);
  }
  answer.headers.set('Content-Security-Policy', policy);
  if (isSecretPath(request.nextUrl.pathname)) {
    answer.headers.set('Referrer-Policy', 'no-referrer');
    answer.headers.set('Cache-Control', 'private, no-store');
  }
  return answer;
}

/** Next reads the nonce for its own scripts from the policy of the request. */
function forwarded(request: NextRequest, policy: string): { headers: Headers } {
  const headers = new Headers(request.headers);
  headers.set('content-security-policy', policy);
  headers.set(PATH_HEADER, request.nextUrl.pathname + request.nextUrl.search);
  return { headers };
}

const PUBLIC_PATHS = [
  /^\/sign-in$/,
  /^\/api\/(auth\/|health$|ready$|v1\/openapi\.json$)/,
  /^\/metrics$/, // asks for a token of its own
  /^\/(icon|icon-simulated)\.svg$|^\/favicon\.ico$|^\/icons\/[a-z0-9]+\.png$/,
  /^\/(sw\.js|offline\.html|manifest\.webmanifest)$/,
];

async function refuse(request: NextRequest): Promise<NextResponse | null> {
  const { pathname, search } = request.nextUrl;
  if (isSecretPath(pathname) || PUBLIC_PATHS.some((path) => path.test(pathname))) return null;
  const token = request.cookies.get(sessionCookieName(env().PUBLIC_URL))?.value;
  if (await readSessionToken(token, authSecret())) return null;
  if (bearerOf(request.headers, pathname) !== null) return null; // the handler judges it
  if (pathname.startsWith('/api/')) {
    const { body, status, headers } = problem('unauthenticated');
    return new NextResponse(body, { status, headers });
  }
  const callbackUrl = pathname === '/' ? '/map' : pathname + search;
  return NextResponse.redirect(
    new URL(`/sign-in?${new URLSearchParams({ callbackUrl })}`, env().PUBLIC_URL),
    307,
  );
}

export const config = {
  // Built files carry nothing personal and are asked for before anybody is signed in.
  matcher: ['/((?!_next/static).*)'],
};
