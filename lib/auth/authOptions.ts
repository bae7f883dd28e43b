import { cookies } from 'next/headers';
import type { NextAuthOptions, Profile } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { describeError } from '@/lib/errors/describeError';
import { insidePath } from '@/lib/http/insidePath';
import { isLocale } from '@/lib/i18n/locale';
import { localeCookie } from '@/lib/i18n/localeCookie';
import { createLog } from '@/lib/log/log';
import { authSecret } from './authSecret';
import { beginSession } from './beginSession';
import { currentUser } from './guard';
import type { OidcClaims } from './judgeOidcClaims';
import type { OidcConfig } from './oidcConfig';
import type { PreparedOidc } from './prepareOidc';
import { requestOrigin } from './requestOrigin';
import { endSession } from './sessionStore';
import { claimsOf, SESSION_S, sessionCookieName, sessionPayload } from './sessionToken';
import { signIn } from './signIn';
import { signInByOidc } from './signInByOidc';
import { signInErrorCode } from './signInError';
import type { UserRow } from './userStore';

/** Set by scripts/web.mjs, which removes what clients send under this name. */
const ADDRESS_HEADER = 'x-limelight-address';

/**
 * How next-auth signs people in here: e-mail and password, or single sign-on; an encrypted session
 * of eight hours.
 *
 * @param oidc the provider, for a request that starts single sign-on or comes back from it
 */
export function authOptions(
  oidc: (PreparedOidc & { kind: 'ready' }) | null = null,
): NextAuthOptions {
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
      state: cookie(`${prefix}.state`),
      nonce: cookie(`${prefix}.nonce`),
      pkceCodeVerifier: cookie(`${prefix}.pkce`),
    },
    pages: { signIn: '/sign-in', error: '/sign-in', signOut: '/sign-in' },
    providers: [
      Credentials({
        credentials: { email: { type: 'email' }, password: { type: 'password' } },
        authorize: (credentials, request) =>
          authorize(credentials?.email ?? '', credentials?.password ?? '', request?.headers ?? {}),
      }),
      ...(oidc ? [oidc.provider] : []),
    ],
    callbacks: {
      async signIn({ user, account, profile }) {
        if (account?.type === 'credentials') return true;
        if (!oidc || !profile) return false;
        // From here on it is the account of ours, not the subject of theirs.
        Object.assign(user, await admit(oidc.config, profile));
        return true;
      },
      redirect: ({ url, baseUrl }) => new URL(insidePath(url, baseUrl), baseUrl).href,
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
  }).catch(sayUnavailable);
  if (outcome.kind === 'signedIn') return outcome.user;
  throw new Error(signInErrorCode(outcome));
}

async function admit(config: OidcConfig, profile: Profile): Promise<UserRow> {
  const [before, { address }] = await Promise.all([currentUser(), requestOrigin()]);
  const context = { signedInId: before?.id ?? null, address };
  const claims = profile as OidcClaims;
  const { pool } = webDatabase();
  const outcome = await signInByOidc(pool, config, claims, context, webLog()).catch(sayUnavailable);
  if (outcome.kind === 'signedIn') return outcome.user;
  throw new Error(signInErrorCode({ kind: 'oidc', reason: outcome.reason }));
}

/** next-auth carries the message of an error, and nothing else, to the page. */
function sayUnavailable(error: unknown): never {
  webLog().error({ err: error }, 'a sign-in could not be judged');
  throw new Error(signInErrorCode({ kind: 'unavailable' }));
}

function authLogger(): NextAuthOptions['logger'] {
  return {
    // In words only: the errors of its OpenID client carry tokens along.
    error: (code, metadata) => {
      const why = describeError('error' in metadata ? metadata.error : metadata);
      webLog().error({ code, why }, 'next-auth failed');
    },
    warn: (code) => webLog().debug({ code }, 'next-auth warns'),
    debug: () => {},
  };
}

function webLog() {
  return createLog(env().LOG_LEVEL, 'auth');
}
