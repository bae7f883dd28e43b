import type { Metadata } from 'next';
import { SettingsForm } from '@/components/settings/SettingsForm';
import { VersionHistory } from '@/components/settings/VersionHistory';
import { SimulatedBanner } from '@/components/shell/SimulatedBanner';
import { requireUser } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { differencesBetween, settingFields, shownSettings } from '@/lib/settings/settingFields';
import { listVersions, readSettings } from '@/lib/settings/settingsStore';
import { readSystem } from '@/lib/stations/systemStore';
import { saveThresholds } from './saveThresholds';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('settings'))('title') };
}

export default async function SettingsPage() {
  await requireUser('settings.read');
  const { SYSTEM_ID } = env();
  const { pool } = webDatabase();
  const [inForce, versions, system] = await Promise.all([
    readSettings(pool, SYSTEM_ID),
    listVersions(pool, SYSTEM_ID),
    readSystem(pool, SYSTEM_ID),
  ]);
  const t = await getTranslator('settings', system?.timezone);
  const newest = versions[0];
  const rows = versions.map(({ settings, previous, ...row }) => ({
    ...row,
    differences: differencesBetween(previous, settings),
  }));

  return (
    <ClientMessages namespaces={['ui', 'settings']} timeZone={system?.timezone}>
      <SimulatedBanner simulation={system?.simulation ?? null} />
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
            fields={settingFields}
            version={inForce.version}
            shown={shownSettings(inForce.settings)}
            save={saveThresholds}
          />
          <VersionHistory rows={rows} />
        </div>
      </main>
    </ClientMessages>
  );
}
