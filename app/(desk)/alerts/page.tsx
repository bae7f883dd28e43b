import type { Metadata } from 'next';
import { DeliveryEditor } from '@/components/alerts/DeliveryEditor';
import { DeliveryLog } from '@/components/alerts/DeliveryLog';
import { Inbox } from '@/components/alerts/Inbox';
import { KeepFresh } from '@/components/alerts/KeepFresh';
import { RuleList } from '@/components/alerts/RuleList';
import { SimulatedBanner } from '@/components/shell/SimulatedBanner';
import { deliveryFormOf } from '@/lib/alerts/deliveryForm';
import { listDeliveries } from '@/lib/alerts/deliveryStore';
import { countUnread, listInbox } from '@/lib/alerts/inboxStore';
import { readPreference } from '@/lib/alerts/preferenceStore';
import { listOwnRules } from '@/lib/alerts/ruleStore';
import { shownDigest } from '@/lib/alerts/shownDigest';
import { requireUser } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { currentCity } from '@/lib/live/currentCity';
import { markInboxRead, removeRule, saveDelivery, saveRule, sendTest } from './alertActions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('alerts'))('title') };
}

/** A person's own alerts: what came, what is watched, and what leaves the app. */
export default async function AlertsPage() {
  const user = await requireUser('alerts.own');
  const { SYSTEM_ID, SMTP_URL, MAIL_FROM } = env();
  const { pool } = webDatabase();
  const [rules, inbox, unread, preference, deliveries, city] = await Promise.all([
    listOwnRules(pool, SYSTEM_ID, user.id),
    listInbox(pool, SYSTEM_ID, user.id),
    countUnread(pool, SYSTEM_ID, user.id),
    readPreference(pool, user.id),
    listDeliveries(pool, SYSTEM_ID, user.id),
    currentCity(),
  ]);
  const t = await getTranslator('alerts');
  const base = city?.view.base;

  return (
    <ClientMessages namespaces={['ui', 'alerts']} timeZone={base?.timezone}>
      <SimulatedBanner simulation={base?.simulation ?? null} />
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
          <header>
            <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
            <p className="mt-1 max-w-160 text-base text-ink-muted">{t('lead')}</p>
          </header>
          <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_400px] xl:grid-rows-[auto_1fr]">
            <Inbox
              digests={inbox.map(shownDigest)}
              unread={unread}
              hasRules={rules.length > 0}
              markRead={markInboxRead}
            />
            <div className="flex min-w-0 flex-col gap-6 xl:row-span-2">
              <RuleList
                rules={rules}
                districts={base?.districts ?? []}
                mayWatchFeed={user.role === 'admin'}
                save={saveRule}
                remove={removeRule}
              />
              <DeliveryEditor
                initial={deliveryFormOf(preference)}
                email={user.email}
                hasMail={Boolean(SMTP_URL && MAIL_FROM)}
                save={saveDelivery}
                sendTest={sendTest}
              />
            </div>
            <DeliveryLog deliveries={deliveries} />
          </div>
          <KeepFresh />
        </div>
      </main>
    </ClientMessages>
  );
}
