import type { Metadata } from 'next';
import { chooseLocale } from '@/app/chooseLocale';
import { PasswordSection } from '@/components/me/PasswordSection';
import { ProfileSection } from '@/components/me/ProfileSection';
import { SessionsSection } from '@/components/me/SessionsSection';
import { TokensSection } from '@/components/me/TokensSection';
import { SimulatedBanner } from '@/components/shell/SimulatedBanner';
import { ConnectSection } from '@/components/sign-in/ConnectSection';
import { API_SCOPES } from '@/lib/auth/apiScopes';
import { apiTokenPrefix } from '@/lib/auth/apiToken';
import { listApiTokens } from '@/lib/auth/apiTokenStore';
import { currentSession, requireUser } from '@/lib/auth/guard';
import { oidcConfig } from '@/lib/auth/oidcConfig';
import { findConnectedEmail } from '@/lib/auth/oidcIdentityStore';
import { findPerson } from '@/lib/auth/personStore';
import { listSessions } from '@/lib/auth/sessionStore';
import { parseSignInErrorCode } from '@/lib/auth/signInError';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { readSystem } from '@/lib/stations/systemStore';
import { addToken } from './addToken';
import { changeOwnPassword } from './changeOwnPassword';
import { endEverySession } from './endEverySession';
import { endSession } from './endSession';
import { rename } from './rename';
import { revokeToken } from './revokeToken';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('me'))('title') };
}

export default async function MePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const user = await requireUser('account.own');
  const oidc = oidcConfig(env());
  const { pool } = webDatabase();
  const [t, person, session, sessions, tokens, system, connectedAs, { error }] = await Promise.all([
    getTranslator('me'),
    findPerson(pool, user.id),
    currentSession(),
    listSessions(pool, user.id),
    listApiTokens(pool, user.id),
    readSystem(pool, env().SYSTEM_ID),
    oidc && findConnectedEmail(pool, user.id, oidc.issuer),
    searchParams,
  ]);
  const now = new Date();
  const { name, email, role } = user;
  return (
    <ClientMessages namespaces={['ui', 'shell', 'signIn', 'me']} timeZone={system?.timezone}>
      <SimulatedBanner simulation={system?.simulation ?? null} />
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-3xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
          <header>
            <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
            <p className="mt-1 text-base text-ink-muted">{t('lead')}</p>
          </header>
          <ProfileSection
            user={{ name, email, role }}
            rename={rename}
            chooseLocale={chooseLocale}
          />
          <PasswordSection
            hasPassword={person?.signInKind === 'password'}
            email={email}
            change={changeOwnPassword}
          />
          {oidc && (
            <ConnectSection
              name={oidc.name}
              connectedAs={connectedAs}
              initialError={error ? parseSignInErrorCode(String(error)) : null}
            />
          )}
          <SessionsSection
            sessions={sessions}
            ownId={session?.sessionId ?? null}
            now={now}
            endSession={endSession}
            endEverySession={endEverySession}
          />
          <TokensSection
            tokens={tokens.map((token) => ({ ...token, prefix: apiTokenPrefix(token.id) }))}
            scopes={API_SCOPES}
            now={now}
            addToken={addToken}
            revokeToken={revokeToken}
          />
        </div>
      </main>
    </ClientMessages>
  );
}
