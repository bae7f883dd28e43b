import { Download } from 'lucide-react';
import { buttonClasses } from '@/components/ui/Button';
import { type AuditFilter, auditFilterParams } from '@/lib/audit/auditFilter';
import { AUDIT_FORMATS } from '@/lib/audit/exportAudit';
import { getTranslator } from '@/lib/i18n/translator';

/** What is filtered, as a file. */
export async function AuditExport({ filter }: { filter: AuditFilter }) {
  const t = await getTranslator('audit');
  return (
    <div className="flex gap-2">
      {AUDIT_FORMATS.map((format) => {
        const params = auditFilterParams(filter);
        params.set('format', format);
        return (
          <a
            key={format}
            href={`/api/admin/audit?${params}`}
            download={`audit.${format}`}
            aria-label={t('exportAs', { format: format.toUpperCase() })}
            className={buttonClasses()}
          >
            <Download className="size-4" aria-hidden="true" />
            {format.toUpperCase()}
          </a>
        );
      })}
    </div>
  );
}
