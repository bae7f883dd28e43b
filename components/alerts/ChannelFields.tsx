'use client';

import { useTranslations } from 'use-intl/react';
import { Checkbox } from '@/components/ui/Checkbox';
import { TextField } from '@/components/ui/TextField';
import type { DeliveryForm, DeliveryProblems } from '@/lib/alerts/deliveryForm';
import { MAX_WEBHOOK_URL_LENGTH } from '@/lib/webhooks/webhookUrlLength';

/** What leaves the app: e-mail and webhook. */
export function ChannelFields({
  form,
  problems,
  email,
  hasMail,
  saved,
  change,
}: {
  form: DeliveryForm;
  problems: DeliveryProblems;
  email: string;
  hasMail: boolean;
  /** The webhook's address as saved; empty: none. */
  saved: string;
  change: (part: Partial<DeliveryForm>) => void;
}) {
  const t = useTranslations('alerts');
  return (
    <>
      <div>
        <Checkbox
          checked={form.isEmailOn && hasMail}
          disabled={!hasMail}
          onChange={(event) => change({ isEmailOn: event.target.checked })}
        >
          <span className="break-all">{t('delivery.email', { email })}</span>
        </Checkbox>
        {!hasMail && <p className="text-ink-faint text-xs">{t('delivery.emailOff')}</p>}
      </div>
      <div className="flex flex-col gap-2">
        <TextField
          label={t('delivery.webhook')}
          hint={t('delivery.webhookHint')}
          error={
            problems.webhookUrl &&
            t(`delivery.problem.${problems.webhookUrl}`, { max: MAX_WEBHOOK_URL_LENGTH })
          }
          value={form.webhookUrl}
          onChange={(event) => change({ webhookUrl: event.target.value })}
          type="url"
          inputMode="url"
          autoComplete="off"
          spellCheck={false}
        />
        {saved !== '' && form.webhookUrl.trim() === saved && (
          <Checkbox
            checked={form.renewSecret}
            onChange={(event) => change({ renewSecret: event.target.checked })}
          >
            {t('delivery.renewSecret')}
          </Checkbox>
        )}
      </div>
    </>
  );
}
