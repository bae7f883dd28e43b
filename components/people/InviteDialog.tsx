'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Dialog } from '@/components/ui/Dialog';
import type { PeopleActions } from '@/lib/auth/peopleActions';
import { InviteDone } from './InviteDone';
import { InviteForm } from './InviteForm';
import type { Invited, InviteStart } from './inviteSteps';

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
