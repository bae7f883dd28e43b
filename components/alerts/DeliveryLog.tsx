'use client';

import { CircleAlert, CircleCheck, Clock } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import type { ShownDelivery } from '@/lib/alerts/deliveryStore';
import { AlertTime } from './AlertTime';
import { Section } from './Section';

const ICON = { sent: CircleCheck, waiting: Clock, failed: CircleAlert } as const;

/** What left the app and what became of it. */
export function DeliveryLog({ deliveries }: { deliveries: readonly ShownDelivery[] }) {
  const t = useTranslations('alerts');
  return (
    <Section title={t('log.title')}>
      {deliveries.length === 0 ? (
        <p className="px-5 py-4 text-ink-muted text-sm">{t('log.empty')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {deliveries.map((delivery) => (
            <li
              key={delivery.deliveryId}
              className="grid gap-x-4 gap-y-1 px-5 py-3 text-sm sm:grid-cols-[minmax(0,15rem)_minmax(0,1fr)]"
            >
              <div>
                <p className="font-medium">{t(`log.channel.${delivery.channel}`)}</p>
                <p className="tabular text-ink-muted text-xs">
                  <AlertTime atMs={delivery.createdAt.getTime()} /> · <About delivery={delivery} />
                </p>
              </div>
              <Outcome delivery={delivery} />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function About({ delivery: { kind, raised, recovered } }: { delivery: ShownDelivery }) {
  const t = useTranslations('alerts');
  return kind === 'test' ? t('log.test') : t('log.about', { raised, recovered });
}

function Outcome({ delivery }: { delivery: ShownDelivery }) {
  const t = useTranslations('alerts');
  const { state, attempts, error, endedAt, nextAttemptAt } = delivery;
  const Icon = ICON[state];
  const words = () => {
    if (state === 'failed') return t('log.failed', { attempts });
    if (state === 'sent') return t('log.sent', { at: endedAt ?? nextAttemptAt, attempts });
    return error ? t('log.retry', { attempts, at: nextAttemptAt }) : t('log.waiting');
  };
  return (
    <div>
      <p className="tabular flex gap-1.5">
        <Icon className="mt-0.5 size-4 shrink-0 text-ink-muted" aria-hidden="true" />
        {words()}
      </p>
      {error && state !== 'sent' && (
        <p className="break-words pl-5.5 text-danger">
          {t(`log.error.${error.code}`, { detail: error.detail })}
        </p>
      )}
    </div>
  );
}
