'use client';

import { useTranslations } from 'use-intl/react';
import type { LinkAnswer } from '@/lib/auth/linkActions';
import { LinkForm, passwordOf } from './LinkForm';

/** A new password for somebody who was given a link; then they are signed in. */
export function ResetForm({
  email,
  secret,
  reset,
}: {
  email: string;
  secret: string;
  reset: (form: { secret: string; password: string }) => Promise<LinkAnswer>;
}) {
  const t = useTranslations('invite');
  return (
    <LinkForm
      email={email}
      words={{
        password: t('resetPassword'),
        submit: t('resetSubmit'),
        submitting: t('resetSubmitting'),
      }}
      send={(form) => reset({ secret, password: passwordOf(form) })}
    />
  );
}
