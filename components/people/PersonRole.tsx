'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { Note } from '@/components/ui/Note';
import type { PeopleActions, PersonAnswer } from '@/lib/auth/peopleActions';
import type { PersonRow } from '@/lib/auth/personStore';
import { RoleSelect } from './RoleSelect';

/** The role of a person, to be changed. */
export function PersonRole({
  person,
  setRole,
}: {
  person: PersonRow;
  setRole: PeopleActions['setRole'];
}) {
  const t = useTranslations('people');
  const [role, choose] = useState(person.role);
  const [answer, setAnswer] = useState<PersonAnswer | null>(null);
  const [isPending, startTransition] = useTransition();

  function submit(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      setAnswer(await setRole(person.id, role).catch(() => ({ kind: 'failed' }) as const));
    });
  }

  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <RoleSelect
        label={t('managing.roleTitle')}
        role={role}
        onChange={(next) => {
          choose(next);
          setAnswer(null);
        }}
      />
      {answer && (
        <Note isGood={answer.kind === 'changed' || answer.kind === 'unchanged'}>
          {answer.kind === 'changed' ? t('managing.roleSaved') : t(`answer.${answer.kind}`)}
        </Note>
      )}
      <div>
        <Button type="submit" kind="primary" isPending={isPending} disabled={role === person.role}>
          {t('managing.saveRole')}
        </Button>
      </div>
    </form>
  );
}
