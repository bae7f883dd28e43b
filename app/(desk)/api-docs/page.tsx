import { Braces, KeyRound } from 'lucide-react';
import type { Metadata } from 'next';
import { BeginSection } from '@/components/api-docs/BeginSection';
import { OperationList } from '@/components/api-docs/OperationList';
import { OperationSection } from '@/components/api-docs/OperationSection';
import { ProblemSection } from '@/components/api-docs/ProblemSection';
import { SimulatedBanner } from '@/components/shell/SimulatedBanner';
import { API_ROUTES } from '@/lib/api/apiRoutes';
import { operationFacts } from '@/lib/api/reference';
import { requireUser } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { getTranslator } from '@/lib/i18n/translator';
import { readSystem } from '@/lib/stations/systemStore';

const OPERATIONS = API_ROUTES.map(operationFacts);
const LINK =
  'inline-flex min-h-11 items-center gap-2 rounded-sm border border-line-strong bg-raised px-4 font-medium text-sm hover:bg-hover';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('apiDocs'))('title') };
}

export default async function ApiDocsPage() {
  await requireUser('account.own');
  const { SYSTEM_ID, PUBLIC_URL, API_REQUESTS_PER_MIN: perMin, API_BURST: burst } = env();
  const [t, system] = await Promise.all([
    getTranslator('apiDocs'),
    readSystem(webDatabase().pool, SYSTEM_ID),
  ]);
  const { origin } = new URL(PUBLIC_URL);
  return (
    <>
      <SimulatedBanner simulation={system?.simulation ?? null} />
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-4xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
          <header className="flex flex-wrap items-end justify-between gap-4">
            <div>
              <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
              <p className="mt-1 max-w-160 text-base text-ink-muted">{t('lead')}</p>
            </div>
            <div className="flex flex-wrap gap-2">
              <a href="/me" className={LINK}>
                <KeyRound className="size-4" aria-hidden="true" />
                {t('tokens')}
              </a>
              <a href="/api/v1/openapi.json" className={LINK}>
                <Braces className="size-4" aria-hidden="true" />
                {t('document')}
              </a>
            </div>
          </header>
          <BeginSection origin={origin} pace={perMin === 0 ? null : { perMin, burst }} />
          <OperationList operations={OPERATIONS} />
          {OPERATIONS.map((operation) => (
            <OperationSection key={operation.operationId} operation={operation} origin={origin} />
          ))}
          <ProblemSection />
        </div>
      </main>
    </>
  );
}
