'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { SettingsSection } from '@/components/settings/SettingsSection';
import { LanguageSwitch } from '@/components/shell/LanguageSwitch';
import { Button } from '@/components/ui/Button';
import { Note } from '@/components/ui/Note';
import { TextField } from '@/components/ui/TextField';
import type { OwnActions, RenameAnswer } from '@/lib/auth/ownActions';
import { MAX_NAME_LENGTH } from '@/lib/auth/personName';
import type { CurrentUser } from '@/lib/auth/userStore';
import type { Locale } from '@/lib/i18n/locale';

/** Name, language, and what only an admin can change. */
export function ProfileSection({
  user,
  rename,
  chooseLocale,
}: {
  user: Pick<CurrentUser, 'name' | 'email' | 'role'>;
  rename: OwnActions['rename'];
  chooseLocale: (locale: Locale) => Promise<void>;
}) {
  const t = useTranslations('me');
  const tShell = useTranslations('shell');
  const [answer, setAnswer] = useState<RenameAnswer | null>(null);
  const [isPending, startTransition] = useTransition();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    startTransition(async () => {
      setAnswer(await rename(name).catch(() => ({ kind: 'failed' }) as const));
    });
  }

  return (
    <SettingsSection
      title={t('profile.title')}
      meaning={`${user.email} · ${tShell(`role.${user.role}`)}`}
    >
      <div className="flex flex-col gap-5 px-5 py-4">
        <form onSubmit={submit} noValidate className="flex max-w-120 flex-col gap-3">
          <TextField
            label={t('profile.name')}
            hint={t('profile.nameMeaning')}
            name="name"
            autoComplete="name"
            defaultValue={user.name}
            onChange={() => setAnswer(null)}
            error={
              answer?.kind === 'invalid'
                ? t(`profile.error.${answer.error}`, { max: MAX_NAME_LENGTH })
                : undefined
            }
          />
          {answer && answer.kind !== 'invalid' && (
            <Note isGood={answer.kind === 'saved'}>
              {answer.kind === 'saved' ? t('profile.saved') : t(`answer.${answer.kind}`)}
            </Note>
          )}
          <div>
            <Button type="submit" isPending={isPending}>
              {t('profile.save')}
            </Button>
          </div>
        </form>
        <div className="flex flex-col items-start gap-1.5">
          <p className="font-medium text-sm">{t('profile.language')}</p>
          <LanguageSwitch choose={chooseLocale} />
        </div>
      </div>
    </SettingsSection>
  );
}
