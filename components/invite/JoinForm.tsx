'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { PasswordField } from '@/components/sign-in/PasswordField';
import { Button } from '@/components/ui/Button';
import { Note } from '@/components/ui/Note';
import { TextField } from '@/components/ui/TextField';
import { useIsHydrated } from '@/components/ui/useIsHydrated';
import type { AcceptAnswer } from '@/lib/auth/linkActions';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@/lib/auth/passwordRules';
import { MAX_NAME_LENGTH } from '@/lib/auth/personName';
import { signInThere } from './signInThere';

const LIMITS = { min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH };

/** Name and password of somebody who was invited; then they are signed in. */
export function JoinForm({
  email,
  secret,
  accept,
}: {
  email: string;
  secret: string;
  accept: (form: { secret: string; name: string; password: string }) => Promise<AcceptAnswer>;
}) {
  const t = useTranslations('invite');
  const form = useRef<HTMLFormElement>(null);
  const [answer, setAnswer] = useState<AcceptAnswer | null>(null);
  const [isPending, setPending] = useState(false);
  const isHydrated = useIsHydrated();
  const errors = answer?.kind === 'invalid' ? answer.errors : {};

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const data = new FormData(event.currentTarget);
    const password = String(data.get('password') ?? '');
    setPending(true);
    const name = String(data.get('name') ?? '');
    const given = await accept({ secret, name, password }).catch(
      () => ({ kind: 'failed' }) as const,
    );
    if (given.kind === 'joined') return signInThere(given.email, password);
    setPending(false);
    setAnswer(given);
    if (given.kind === 'invalid') {
      const wrong = given.errors.name ? 'name' : 'password';
      form.current?.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus();
    }
  }

  return (
    // The method matters before the script runs: a GET would write the password into the address.
    <form ref={form} method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      <FormRefusal answer={answer} />
      <TextField
        label={t('account')}
        name="username"
        autoComplete="username"
        value={email}
        readOnly
        className="read-only:bg-sunken read-only:text-ink-muted"
      />
      <TextField
        label={t('name')}
        hint={t('nameHint')}
        name="name"
        autoComplete="name"
        autoFocus
        error={errors.name && t(`error.${errors.name}`, { max: MAX_NAME_LENGTH })}
      />
      <PasswordField
        label={t('password')}
        isNew
        hint={t('passwordHint', LIMITS)}
        error={errors.password && t(`error.${errors.password}`, LIMITS)}
      />
      <Button
        type="submit"
        kind="primary"
        size="large"
        isPending={isPending}
        disabled={!isHydrated}
      >
        {t(isPending ? 'submitting' : 'submit')}
      </Button>
    </form>
  );
}

function FormRefusal({ answer }: { answer: AcceptAnswer | null }) {
  const t = useTranslations('invite.error');
  switch (answer?.kind) {
    case 'dead':
    case 'known':
    case 'failed':
      return <Note isGood={false}>{t(answer.kind)}</Note>;
    case 'tooMany':
      return <Note isGood={false}>{t('tooMany', { minutes: answer.waitMin })}</Note>;
    default:
      return null;
  }
}
