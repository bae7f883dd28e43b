'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { PasswordField } from '@/components/sign-in/PasswordField';
import { Button } from '@/components/ui/Button';
import { Note } from '@/components/ui/Note';
import { TextField } from '@/components/ui/TextField';
import { useIsHydrated } from '@/components/ui/useIsHydrated';
import type { ResetAnswer } from '@/lib/auth/linkActions';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@/lib/auth/passwordRules';
import { signInThere } from './signInThere';

const LIMITS = { min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH };

/** A new password for somebody who was given a link; then they are signed in. */
export function ResetForm({
  email,
  secret,
  reset,
}: {
  email: string;
  secret: string;
  reset: (form: { secret: string; password: string }) => Promise<ResetAnswer>;
}) {
  const t = useTranslations('invite');
  const form = useRef<HTMLFormElement>(null);
  const [answer, setAnswer] = useState<ResetAnswer | null>(null);
  const [isPending, setPending] = useState(false);
  const isHydrated = useIsHydrated();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const password = String(new FormData(event.currentTarget).get('password') ?? '');
    setPending(true);
    const given = await reset({ secret, password }).catch(() => ({ kind: 'failed' }) as const);
    if (given.kind === 'reset') return signInThere(given.email, password);
    setPending(false);
    setAnswer(given);
    form.current?.querySelector<HTMLElement>('[name=password]')?.focus();
  }

  return (
    // The method matters before the script runs: a GET would write the password into the address.
    <form ref={form} method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      {answer?.kind === 'tooMany' && (
        <Note isGood={false}>{t('error.tooMany', { minutes: answer.waitMin })}</Note>
      )}
      {(answer?.kind === 'dead' || answer?.kind === 'failed') && (
        <Note isGood={false}>{t(`error.${answer.kind}`)}</Note>
      )}
      <TextField
        label={t('account')}
        name="username"
        autoComplete="username"
        value={email}
        readOnly
        className="read-only:bg-sunken read-only:text-ink-muted"
      />
      <PasswordField
        label={t('resetPassword')}
        isNew
        hint={t('passwordHint', LIMITS)}
        error={answer?.kind === 'invalid' ? t(`error.${answer.error}`, LIMITS) : undefined}
      />
      <Button
        type="submit"
        kind="primary"
        size="large"
        isPending={isPending}
        disabled={!isHydrated}
      >
        {t(isPending ? 'resetSubmitting' : 'resetSubmit')}
      </Button>
    </form>
  );
}
