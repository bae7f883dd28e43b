import { auditDifferences } from '@/lib/audit/auditDifferences';
import type { AuditEntry } from '@/lib/audit/auditLogStore';
import { getTranslator } from '@/lib/i18n/translator';

/** Who did what to what, when, from where, and what it changed, field by field. */
export async function AuditRow({ entry, timezone }: { entry: AuditEntry; timezone: string }) {
  const t = await getTranslator('audit', timezone);
  const { at, actorName, action, subject, before, after, address } = entry;
  const key = `action.${action}` as Parameters<typeof t>[0];
  const differences = auditDifferences(before, after);
  return (
    <li className="grid gap-x-6 gap-y-1 px-4 py-3 text-sm sm:grid-cols-[9rem_minmax(0,1fr)] lg:grid-cols-[9rem_minmax(0,12rem)_minmax(0,1fr)]">
      <time dateTime={at.toISOString()} className="tabular text-ink-muted">
        {t('at', { at })}
      </time>
      <p className="min-w-0 sm:col-start-2 lg:col-start-auto">
        <span className="break-words font-medium">{actorName || t('nobody')}</span>
        {address && (
          <span className="tabular block break-all text-ink-muted text-xs">
            {t('fromAddress', { address })}
          </span>
        )}
      </p>
      <div className="min-w-0 sm:col-start-2 lg:col-start-auto">
        <p className="break-words">
          {t.has(key) ? t(key) : action} <span className="text-ink-muted">· {subject}</span>
        </p>
        {differences.length > 0 && (
          <dl className="mt-1 flex flex-col gap-0.5">
            {differences.map((one) => (
              <div key={one.field} className="tabular flex flex-wrap gap-x-2">
                <dt className="text-ink-muted">{one.field}</dt>
                <dd className="min-w-0 break-words">
                  {one.before !== undefined && <del className="text-danger">{one.before}</del>}
                  {one.before !== undefined && one.after !== undefined && (
                    <span aria-hidden="true"> → </span>
                  )}
                  {one.after !== undefined && <ins className="no-underline">{one.after}</ins>}
                </dd>
              </div>
            ))}
          </dl>
        )}
      </div>
    </li>
  );
}
