'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { SettingsSection } from '@/components/settings/SettingsSection';
import type { SignInError } from '@/lib/auth/signInError';
import { OidcButton } from './OidcButton';
import type { SignInAnswer } from './requestSignIn';
import { SignInFailure } from './SignInFailure';

/**
 * On the own account's page: whether it is connected with an account of the provider, and the way
 * to connect it.
 *
 * @param name what the deployment calls the provider
 * @param connectedAs the address it has there; null: not connected
 * @param initialError what a try brought back
 */
export function ConnectSection({
  name,
  connectedAs,
  initialError,
}: {
  name: string;
  connectedAs: string | null;
  initialError: SignInError | null;
}) {
  const t = useTranslations('signIn.oidc.connect');
  const [answer, setAnswer] = useState<SignInAnswer | null>(initialError);
  if (connectedAs !== null)
    return (
      <SettingsSection title={t('title')} meaning={t('connected', { name, email: connectedAs })}>
        {null}
      </SettingsSection>
    );
  return (
    <SettingsSection title={t('title')} meaning={t('explain', { name })}>
      <div className="flex max-w-100 flex-col gap-3 px-5 py-4">
        <SignInFailure answer={answer} />
        <OidcButton label={t('action', { name })} callbackUrl="/me" onFailure={setAnswer} />
      </div>
    </SettingsSection>
  );
}
