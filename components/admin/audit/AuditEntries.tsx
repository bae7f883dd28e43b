import { SearchX } from 'lucide-react';
import Link from 'next/link';
import { buttonClasses } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { type AuditFilter, auditFilterParams } from '@/lib/audit/auditFilter';
import type { AuditEntry } from '@/lib/audit/auditLogStore';
import { getTranslator } from '@/lib/i18n/translator';
import { AuditRow } from './AuditRow';

/** One page of the log, newest first, and the ways to the others. */
export async function AuditEntries({
  entries,
  filter,
  isFirstPage,
  olderThan,
  timezone,
}: {
  entries: readonly AuditEntry[];
  filter: AuditFilter;
  isFirstPage: boolean;
  /** The last entry shown; null where nothing older is left. */
  olderThan: string | null;
  timezone: string;
}) {
  const t = await getTranslator('audit', timezone);
  const address = (before: string | null) => {
    const params = auditFilterParams(filter);
    if (before) params.set('before', before);
    return `/admin/audit${params.size > 0 ? `?${params}` : ''}`;
  };
  return (
    <section aria-label={t('entries')} className="flex flex-col gap-4">
      <div className="rounded-lg border border-line bg-raised">
        {entries.length === 0 ? (
          <EmptyState icon={<SearchX className="size-6" aria-hidden="true" />} title={t('empty')}>
            {t('emptyExplain')}
          </EmptyState>
        ) : (
          <ol className="divide-y divide-line">
            {entries.map((entry) => (
              <AuditRow key={entry.id} entry={entry} timezone={timezone} />
            ))}
          </ol>
        )}
      </div>
      {(!isFirstPage || olderThan) && (
        <nav aria-label={t('pages')} className="flex gap-2">
          {!isFirstPage && (
            <Link href={address(null)} className={buttonClasses()}>
              {t('newest')}
            </Link>
          )}
          {olderThan && (
            <Link href={address(olderThan)} className={buttonClasses()}>
              {t('older')}
            </Link>
          )}
        </nav>
      )}
    </section>
  );
}
