'use client';

import { type FormEvent, type ReactNode, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { PasswordField } from '@/components/sign-in/PasswordField';
import { Button } from '@/components/ui/Button';
import { Note } from '@/components/ui/Note';
import { TextField } from '@/components/ui/TextField';
import { useIsHydrated } from '@/components/ui/useIsHydrated';
import type { LinkAnswer } from '@/lib/auth/linkActions';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@/lib/auth/passwordRules';
import { signInThere } from './signInThere';

const LIMITS = { min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH };

export type LinkErrors = Extract<LinkAnswer, { kind: 'invalid' }>['errors'];

/**
 * The form behind a secret link: an account by its address, a password for it, and then the person
 * is signed in.
 *
 * @param send posts the form; it throws where nothing answers
 * @param fields what else is asked for, with what was wrong with it
 */
export function LinkForm({
  email,
  words,
  send,
  fields,
}: {
  email: string;
  words: { password: string; submit: string; submitting: string };
  send(form: FormData): Promise<LinkAnswer>;
  fields?(errors: LinkErrors): ReactNode;
}) {
  const t = useTranslations('invite');
  const form = useRef<HTMLFormElement>(null);
  const [answer, setAnswer] = useState<LinkAnswer | null>(null);
  const [isPending, setPending] = useState(false);
  const isHydrated = useIsHydrated();
  const errors: LinkErrors = answer?.kind === 'invalid' ? answer.errors : {};

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const data = new FormData(event.currentTarget);
    setPending(true);
    const given = await send(data).catch(() => ({ kind: 'failed' }) as const);
    if (given.kind === 'opened') return signInThere(given.email, passwordOf(data));
    setPending(false);
    setAnswer(given);
    const wrong = given.kind === 'invalid' && given.errors.name ? 'name' : 'password';
    form.current?.querySelector<HTMLElement>(`[name=${wrong}]`)?.focus();
  }

  return (
    // The method matters before the script runs: a GET would write the password into the address.
    <form ref={form} method="post" onSubmit={submit} noValidate className="flex flex-col gap-5">
      <Refusal answer={answer} />
      <TextField
        label={t('account')}
        name="username"
        autoComplete="username"
        value={email}
        readOnly
        className="read-only:bg-sunken read-only:text-ink-muted"
      />
      {fields?.(errors)}
      <PasswordField
        label={words.password}
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
        {isPending ? words.submitting : words.submit}
      </Button>
    </form>
  );
}

/** The password as typed. */
export function passwordOf(form: FormData): string {
  return String(form.get('password') ?? '');
}

function Refusal({ answer }: { answer: LinkAnswer | null }) {
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
