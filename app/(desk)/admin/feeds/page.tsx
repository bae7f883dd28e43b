import type { Metadata } from 'next';
import { FeedsDesk } from '@/components/admin/feeds/FeedsDesk';
import { SimulatedBanner } from '@/components/shell/SimulatedBanner';
import { requireUser } from '@/lib/auth/guard';
import { roleAllows } from '@/lib/auth/permissions';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { readSystem } from '@/lib/stations/systemStore';
import { pauseSchedule, resumeSchedule, runJobNow } from './jobActions';
import { webFeedsReport } from './webFeedsReport';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('feeds'))('title') };
}

export default async function FeedsPage() {
  const user = await requireUser('feeds.read');
  const [report, system, t] = await Promise.all([
    webFeedsReport(),
    readSystem(webDatabase().pool, env().SYSTEM_ID),
    getTranslator('feeds'),
  ]);
  return (
    <ClientMessages namespaces={['ui', 'map', 'feeds']} timeZone={system?.timezone}>
      <SimulatedBanner simulation={system?.simulation ?? null} />
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
          <header>
            <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
            <p className="mt-1 max-w-160 text-base text-ink-muted">{t('lead')}</p>
          </header>
          <FeedsDesk
            first={report}
            actions={{ run: runJobNow, pause: pauseSchedule, resume: resumeSchedule }}
            mayRun={roleAllows(user.role, 'feeds.run')}
          />
        </div>
      </main>
    </ClientMessages>
  );
}
