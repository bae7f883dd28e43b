'use client';

import { useTranslations } from 'use-intl/react';
import { Dialog } from '@/components/ui/Dialog';
import type { PeopleActions } from '@/lib/auth/peopleActions';
import type { PersonRow } from '@/lib/auth/personStore';
import { PersonAccess } from './PersonAccess';
import { PersonReset } from './PersonReset';
import { PersonRole } from './PersonRole';

/** What an admin can do about one person: role, password, access. */
export function PersonDialog({
  person,
  isOwn,
  onClose,
  actions,
}: {
  /** null: closed. */
  person: PersonRow | null;
  isOwn: boolean;
  onClose: () => void;
  actions: PeopleActions;
}) {
  const tUi = useTranslations('ui');
  return (
    <Dialog
      isOpen={person !== null}
      onClose={onClose}
      title={person?.name}
      closeLabel={tUi('close')}
    >
      {person && (
        <div className="flex flex-col gap-5">
          <p className="truncate text-ink-muted text-sm">{person.email}</p>
          <PersonRole person={person} setRole={actions.setRole} />
          {!person.isDisabled && (
            <PersonReset person={person} makeResetLink={actions.makeResetLink} />
          )}
          <PersonAccess person={person} isOwn={isOwn} setEnabled={actions.setEnabled} />
        </div>
      )}
    </Dialog>
  );
}
