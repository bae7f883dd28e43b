import type { OperationFacts } from '@/lib/api/reference';
import { getTranslator } from '@/lib/i18n/translator';

/** The addresses, each a way to its section. */
export async function OperationList({ operations }: { operations: readonly OperationFacts[] }) {
  const t = await getTranslator('apiDocs');
  return (
    <nav aria-label={t('contents')}>
      <ul className="divide-y divide-line rounded-lg border border-line bg-raised">
        {operations.map(({ operationId, path }) => (
          <li key={operationId}>
            <a
              href={`#${operationId}`}
              className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-0.5 px-5 py-2 text-sm hover:bg-hover"
            >
              <code className="break-all font-mono text-xs sm:w-64">{path}</code>
              <span className="min-w-0 flex-1 basis-60 text-ink-muted">
                {t(`operation.${operationId}`)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
