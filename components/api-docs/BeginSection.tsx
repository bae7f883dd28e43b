import { SettingsSection } from '@/components/settings/SettingsSection';
import { getTranslator } from '@/lib/i18n/translator';

/** How a program signs in, how often it may ask, and how times are written. */
export async function BeginSection({
  origin,
  pace,
}: {
  /** Ours, as people type it. */
  origin: string;
  /** null: any number of requests. */
  pace: { perMin: number; burst: number } | null;
}) {
  const t = await getTranslator('apiDocs');
  return (
    <SettingsSection title={t('begin.title')} meaning={t('begin.meaning')}>
      <div className="flex flex-col gap-3 px-5 py-4 text-sm">
        <p className="font-medium">{t('begin.call')}</p>
        <pre className="whitespace-pre-wrap break-all rounded-sm border border-line bg-sunken p-3 font-mono text-xs">
          {`curl -H "Authorization: Bearer $TOKEN" "${origin}/api/v1/stations?format=csv"`}
        </pre>
        <p className="max-w-160">{pace ? t('begin.paceLine', pace) : t('begin.noPace')}</p>
        <p className="max-w-160">{t('begin.times')}</p>
      </div>
    </SettingsSection>
  );
}
