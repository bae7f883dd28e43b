'use client';

import { useTranslations } from 'use-intl/react';
import { TextField } from '@/components/ui/TextField';
import type { LinkAnswer } from '@/lib/auth/linkActions';
import { MAX_NAME_LENGTH } from '@/lib/auth/personName';
import { LinkForm, passwordOf } from './LinkForm';

/** Name and password of somebody who was invited; then they are signed in. */
export function JoinForm({
  email,
  secret,
  accept,
}: {
  email: string;
  secret: string;
  accept: (form: { secret: string; name: string; password: string }) => Promise<LinkAnswer>;
}) {
  const t = useTranslations('invite');
  return (
    <LinkForm
      email={email}
      words={{ password: t('password'), submit: t('submit'), submitting: t('submitting') }}
      send={(form) =>
        accept({ secret, name: String(form.get('name') ?? ''), password: passwordOf(form) })
      }
      fields={(errors) => (
        <TextField
          label={t('name')}
          hint={t('nameHint')}
          name="name"
          autoComplete="name"
          autoFocus
          error={errors.name && t(`error.${errors.name}`, { max: MAX_NAME_LENGTH })}
        />
      )}
    />
  );
}
