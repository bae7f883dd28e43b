'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Dialog } from '@/components/ui/Dialog';
import type { PeopleActions } from '@/lib/auth/peopleActions';
import type { Role } from '@/lib/db/generated/enums';
import { InviteDone } from './InviteDone';
import { InviteForm } from './InviteForm';

/** What the form begins with. */
export interface InviteStart {
  email: string;
  role: Role;
}

export interface Invited {
  email: string;
  link: string;
  expiresAt: Date;
}

/** Who, and as what; then the link, this once. */
export function InviteDialog({
  start,
  onClose,
  invite,
}: {
  /** null: closed. */
  start: InviteStart | null;
  onClose: () => void;
  invite: PeopleActions['invite'];
}) {
  const t = useTranslations('people.inviting');
  const tUi = useTranslations('ui');
  const [invited, setInvited] = useState<Invited | null>(null);
  function close() {
    setInvited(null);
    onClose();
  }
  return (
    <Dialog isOpen={start !== null} onClose={close} title={t('title')} closeLabel={tUi('close')}>
      {invited ? (
        <InviteDone invited={invited} onAnother={() => setInvited(null)} />
      ) : (
        start && <InviteForm start={start} invite={invite} onInvited={setInvited} />
      )}
    </Dialog>
  );
}
