import type { Metadata } from 'next';
import { SettingsForm } from '@/components/settings/SettingsForm';
import { VersionHistory } from '@/components/settings/VersionHistory';
import { SimulatedBanner } from '@/components/shell/SimulatedBanner';
import { requireUser } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { currentCity } from '@/lib/live/currentCity';
import { webHistory } from '@/lib/live/webHistory';
import { defaultSettings } from '@/lib/settings/settings';
import { draftOf } from '@/lib/settings/settingsDraft';
import { listVersions, readSettings } from '@/lib/settings/settingsStore';
import { localTimeOf } from '@/lib/units/localTime';
import { revertThresholds } from './revertThresholds';
import { saveThresholds } from './saveThresholds';

const SHOWN_VERSIONS = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('settings'))('title') };
}

export default async function SettingsPage() {
  await requireUser('settings.read');
  const { SYSTEM_ID } = env();
  const { pool } = webDatabase();
  const [inForce, versions, city, reach] = await Promise.all([
    readSettings(pool, SYSTEM_ID),
    listVersions(pool, SYSTEM_ID, SHOWN_VERSIONS),
    currentCity(),
    webHistory().readReach(),
  ]);
  const timeZone = city?.view.base.timezone ?? 'UTC';
  const districts = city?.view.base.districts ?? [];
  const t = await getTranslator('settings', timeZone);
  const newest = versions[0];
  const rows = versions.map(({ settings, previous, ...row }) => ({
    ...row,
    draft: draftOf(settings),
    previous: draftOf(previous),
  }));

  return (
    <ClientMessages namespaces={['ui', 'settings', 'charts', 'sandbox']} timeZone={timeZone}>
      <SimulatedBanner simulation={city?.view.base.simulation ?? null} />
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
          <header>
            <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
            <p className="mt-1 max-w-160 text-base text-ink-muted">{t('lead')}</p>
            <p className="tabular mt-2 text-ink-muted text-sm">
              {newest
                ? t('inForce', {
                    version: newest.version,
                    author: newest.author ?? t('someone'),
                    at: newest.createdAt,
                  })
                : t('inForceDefaults')}
            </p>
          </header>
          <SettingsForm
            version={inForce.version}
            saved={draftOf(inForce.settings)}
            districts={districts}
            timeZone={timeZone}
            localTime={localTimeOf(new Date(), timeZone)}
            reach={reach}
            save={saveThresholds}
          />
          <VersionHistory
            rows={rows}
            builtIn={draftOf(defaultSettings)}
            districts={districts}
            revert={revertThresholds}
          />
        </div>
      </main>
    </ClientMessages>
  );
}
