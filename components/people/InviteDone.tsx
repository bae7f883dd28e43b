import { useFormatter, useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { CopyField } from '@/components/ui/CopyField';
import type { Invited } from './inviteSteps';

/** The link that was made, to be sent on. */
export function InviteDone({ invited, onAnother }: { invited: Invited; onAnother: () => void }) {
  const t = useTranslations('people.inviting');
  const format = useFormatter();
  const at = format.dateTime(invited.expiresAt, {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="text-sm">
        {t('done', { email: invited.email, at })}
      </p>
      <CopyField label={t('linkLabel')} value={invited.link} hint={t('once')} />
      <div>
        <Button onClick={onAnother}>{t('another')}</Button>
      </div>
    </div>
  );
}
