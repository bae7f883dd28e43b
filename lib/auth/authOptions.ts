import { cookies } from 'next/headers';
import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { isLocale } from '@/lib/i18n/locale';
import { localeCookie } from '@/lib/i18n/localeCookie';
import { createLog } from '@/lib/log/log';
import { authSecret } from './authSecret';
import { beginSession } from './beginSession';
import { endSession } from './sessionStore';
import { claimsOf, SESSION_S, sessionCookieName, sessionPayload } from './sessionToken';
import { signIn } from './signIn';
import { signInErrorCode } from './signInError';

/** Set by scripts/web.mjs, which removes what clients send under this name. */
const ADDRESS_HEADER = 'x-limelight-address';

/** How next-auth signs people in here: e-mail and password, an encrypted session of eight hours. */
export function authOptions(): NextAuthOptions {
  const { PUBLIC_URL } = env();
  const isHttps = PUBLIC_URL.startsWith('https:');
  const cookie = (name: string) => ({
    name,
    options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure: isHttps },
  });
  const prefix = isHttps ? '__Host-limelight' : 'limelight';
  return {
    secret: authSecret(),
    session: { strategy: 'jwt', maxAge: SESSION_S },
    useSecureCookies: isHttps,
    cookies: {
      sessionToken: cookie(sessionCookieName(PUBLIC_URL)),
      csrfToken: cookie(`${prefix}.csrf`),
      callbackUrl: cookie(`${prefix}.callback`),
    },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (credentials, request) =>
          authorize(credentials?.email ?? '', credentials?.password ?? '', request?.headers ?? {}),
      }),
    ],
    callbacks: {
      jwt: async ({ token, user }) => (user ? sessionPayload(await beginSession(user)) : token),
      // The browser is told nothing beyond that there is a session: pages read the user row.
      session: ({ session }) => ({ expires: session.expires }),
    },
    events: {
      async signIn({ user }) {
        if (isLocale(user.locale)) (await cookies()).set(localeCookie(user.locale));
      },
      async signOut({ token }) {
        const session = claimsOf(token);
        if (session) await endSession(webDatabase().pool, session);
      },
    },
    logger: authLogger(),
  };
}

async function authorize(email: string, password: string, headers: Record<string, string>) {
  const outcome = await signIn(webDatabase().pool, {
    email: String(email),
    password: String(password),
    address: headers[ADDRESS_HEADER] ?? 'unknown',
  }).catch((error: unknown) => {
    webLog().error({ err: error }, 'a sign-in could not be judged');
    throw new Error(signInErrorCode({ kind: 'unavailable' }));
  });
  if (outcome.kind === 'signedIn') return outcome.user;
  throw new Error(signInErrorCode(outcome));
}

function authLogger(): NextAuthOptions['logger'] {
  return {
    error: (code, metadata) => webLog().error({ code, metadata }, 'next-auth failed'),
    warn: (code) => webLog().debug({ code }, 'next-auth warns'),
    debug: () => {},
  };
}

function webLog() {
  return createLog(env().LOG_LEVEL, 'auth');
}
