import { ChartColumn } from 'lucide-react';
import type { Metadata } from 'next';
import { InsightFilters } from '@/components/insights/InsightFilters';
import { InsightsDesk } from '@/components/insights/InsightsDesk';
import { SimulatedBanner } from '@/components/shell/SimulatedBanner';
import { Banner } from '@/components/ui/Banner';
import { EmptyState } from '@/components/ui/EmptyState';
import { requireUser } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { DEFAULT_FILTER, insightFilterSchema } from '@/lib/insights/insightFilter';
import { readSystem } from '@/lib/stations/systemStore';
import { webInsights } from './webInsights';

/** More than anybody reads: the file holds the rest. */
const STATIONS_SHOWN = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('insights'))('title') };
}

/** Where, when and how often people are lost: "where do we lose people every weekday morning?" */
export default async function InsightsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requireUser('map.read');
  const asked = insightFilterSchema.safeParse(await searchParams);
  const filter = asked.success ? asked.data : DEFAULT_FILTER;
  const [answer, system, t] = await Promise.all([
    webInsights(filter),
    readSystem(webDatabase().pool, env().SYSTEM_ID),
    getTranslator('insights'),
  ]);
  const insights = answer && {
    ...answer.insights,
    stations: answer.insights.stations.slice(0, STATIONS_SHOWN),
  };
  return (
    <ClientMessages
      namespaces={['ui', 'charts', 'map', 'insights']}
      timeZone={system?.timezone ?? 'UTC'}
    >
      <SimulatedBanner simulation={system?.simulation ?? null} />
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-[1440px] flex-col gap-4 px-4 py-4 sm:px-6">
          <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
            <div>
              <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
              <p className="text-ink-muted text-sm">{t('lead')}</p>
            </div>
            {answer && insights && (
              <InsightFilters
                filter={filter}
                period={insights.period}
                stretches={answer.stretches}
                districts={insights.allDistricts}
              />
            )}
          </header>
          {!asked.success && (
            <Banner kind="stale" title={t('notUnderstood')} className="rounded-md border">
              {t('notUnderstoodExplain')}
            </Banner>
          )}
          {answer && insights ? (
            <InsightsDesk insights={insights} feed={answer.feed} filter={filter} />
          ) : (
            <EmptyState
              icon={<ChartColumn className="size-8" aria-hidden="true" />}
              title={t('nothing.title')}
            >
              {t('nothing.explain')}
            </EmptyState>
          )}
        </div>
      </main>
    </ClientMessages>
  );
}
