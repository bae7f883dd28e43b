'use client';

import { type FormEvent, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { SettingsSection } from '@/components/settings/SettingsSection';
import { PasswordField } from '@/components/sign-in/PasswordField';
import { Button } from '@/components/ui/Button';
import { Note } from '@/components/ui/Note';
import type { ChangePasswordAnswer, OwnActions } from '@/lib/auth/ownActions';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@/lib/auth/passwordRules';

type Answer = ChangePasswordAnswer | { kind: 'currentMissing' };

/** A new password for the old one. */
export function PasswordSection({
  hasPassword,
  email,
  change,
}: {
  hasPassword: boolean;
  /** For password managers, which keep it beside the password. */
  email: string;
  change: OwnActions['changeOwnPassword'];
}) {
  const t = useTranslations('me.password');
  if (!hasPassword)
    return (
      <SettingsSection title={t('title')} meaning={t('none')}>
        {null}
      </SettingsSection>
    );
  return (
    <SettingsSection title={t('title')} meaning={t('meaning')}>
      <PasswordForm email={email} change={change} />
    </SettingsSection>
  );
}

function PasswordForm({
  email,
  change,
}: {
  email: string;
  change: OwnActions['changeOwnPassword'];
}) {
  const t = useTranslations('me.password');
  const form = useRef<HTMLFormElement>(null);
  const [answer, setAnswer] = useState<Answer | null>(null);
  const [isPending, startTransition] = useTransition();
  const words = useAnswerWords(answer);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const current = String(data.get('current') ?? '');
    const next = String(data.get('next') ?? '');
    if (current === '') return setAnswer({ kind: 'currentMissing' });
    startTransition(async () => {
      const given = await change({ current, next }).catch(() => ({ kind: 'failed' }) as const);
      setAnswer(given);
      if (given.kind === 'changed') form.current?.reset();
    });
  }

  return (
    <form
      ref={form}
      method="post"
      onSubmit={submit}
      noValidate
      className="flex max-w-130 flex-col gap-4 px-5 py-4"
    >
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <PasswordField label={t('current')} name="current" error={words.current} />
      <PasswordField
        label={t('next')}
        name="next"
        isNew
        hint={t('hint', { min: MIN_PASSWORD_LENGTH })}
        error={words.next}
      />
      {words.note && <Note isGood={answer?.kind === 'changed'}>{words.note}</Note>}
      <div>
        <Button type="submit" isPending={isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** The words for an answer, by where they stand. */
function useAnswerWords(answer: Answer | null): {
  current?: string;
  next?: string;
  note?: string;
} {
  const t = useTranslations('me');
  switch (answer?.kind) {
    case undefined:
      return {};
    case 'currentMissing':
    case 'wrong':
      return { current: t(`password.error.${answer.kind}`) };
    case 'invalid': {
      const limits = { min: MIN_PASSWORD_LENGTH, max: MAX_PASSWORD_LENGTH };
      return { next: t(`password.error.${answer.error}`, limits) };
    }
    case 'tooMany':
      return { note: t('password.error.tooMany', { minutes: answer.waitMin }) };
    case 'noPassword':
      return { note: t('password.error.noPassword') };
    case 'changed':
      return { note: t('password.changed', { count: answer.sessionsEnded }) };
    case 'forbidden':
    case 'failed':
      return { note: t(`answer.${answer.kind}`) };
  }
}
