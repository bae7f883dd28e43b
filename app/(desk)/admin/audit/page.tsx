import type { Metadata } from 'next';
import { AuditEntries } from '@/components/admin/audit/AuditEntries';
import { AuditExport } from '@/components/admin/audit/AuditExport';
import { AuditFilterForm } from '@/components/admin/audit/AuditFilterForm';
import {
  type AuditFilter,
  auditCursorSchema,
  auditFilterParams,
  auditFilterSchema,
} from '@/lib/audit/auditFilter';
import { readAudit, readAuditActors } from '@/lib/audit/auditLogStore';
import { requireUser } from '@/lib/auth/guard';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { ClientMessages } from '@/lib/i18n/ClientMessages';
import { getTranslator } from '@/lib/i18n/translator';
import { readSystem } from '@/lib/stations/systemStore';

const PAGE_ENTRIES = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslator('audit'))('title') };
}

export default async function AuditPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  await requireUser('audit.read');
  const { filter, beforeId, isUnderstood } = readAddress(await searchParams);
  const { pool } = webDatabase();
  const system = await readSystem(pool, env().SYSTEM_ID);
  const timezone = system?.timezone ?? 'UTC';
  const [t, entries, actors] = await Promise.all([
    getTranslator('audit', timezone),
    // One more than is shown tells whether there is a next page.
    readAudit(pool, filter, { timezone, beforeId, limit: PAGE_ENTRIES + 1 }),
    readAuditActors(pool),
  ]);
  const shown = entries.slice(0, PAGE_ENTRIES);
  const older = entries.length > PAGE_ENTRIES ? (shown.at(-1)?.id ?? null) : null;
  return (
    <ClientMessages namespaces={['ui', 'audit']} timeZone={timezone}>
      <main className="min-h-0 flex-1 overflow-y-auto">
        <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 sm:px-8 sm:py-8">
          <header className="flex flex-wrap items-end justify-between gap-4">
            <div>
              <h1 className="font-semibold text-xl tracking-tight">{t('title')}</h1>
              <p className="mt-1 max-w-160 text-base text-ink-muted">{t('lead')}</p>
            </div>
            <AuditExport filter={filter} />
          </header>
          <AuditFilterForm
            key={auditFilterParams(filter).toString()}
            filter={filter}
            actors={actors}
            isUnderstood={isUnderstood}
          />
          <AuditEntries
            entries={shown}
            filter={filter}
            isFirstPage={beforeId === null}
            olderThan={older}
            timezone={timezone}
          />
        </div>
      </main>
    </ClientMessages>
  );
}

/** An address that makes no sense shows everything, and the page says so. */
function readAddress(params: Record<string, string | string[] | undefined>): {
  filter: AuditFilter;
  beforeId: string | null;
  isUnderstood: boolean;
} {
  const filter = auditFilterSchema.safeParse(params);
  const beforeId = auditCursorSchema.safeParse(params.before);
  return {
    filter: filter.success ? filter.data : {},
    beforeId: (beforeId.success && beforeId.data) || null,
    isUnderstood: filter.success && beforeId.success,
  };
}
