import type { ReactNode } from 'react';
import type { OperationFacts } from '@/lib/api/reference';
import { getTranslator } from '@/lib/i18n/translator';
import { ParameterTable } from './ParameterTable';

/** One address of the API: what it answers, to whom, in which formats, and how it is asked. */
export async function OperationSection({
  operation,
  origin,
}: {
  operation: OperationFacts;
  /** Ours, as people type it. */
  origin: string;
}) {
  const t = await getTranslator('apiDocs');
  const { operationId, path, scope, pastScope, cost, streamCost, formats, parameters, columns } =
    operation;
  return (
    <section
      id={operationId}
      aria-label={path}
      className="scroll-mt-4 rounded-lg border border-line bg-raised"
    >
      <header className="border-line border-b px-5 py-4">
        <h2 className="break-words font-mono font-semibold text-sm">
          <span className="text-ink-muted">GET </span>
          {path}
        </h2>
        <p className="mt-1 max-w-160 text-base">{t(`operation.${operationId}`)}</p>
      </header>
      <dl className="grid gap-x-6 gap-y-0.5 px-5 py-4 text-sm sm:gap-y-2 sm:grid-cols-[max-content_minmax(0,1fr)]">
        <Fact name={t('scope')}>
          {scope === null ? t('open') : <code className="font-mono text-xs">{scope}</code>}
          {pastScope && (
            <>
              {' · '}
              {t('pastScope')} <code className="font-mono text-xs">{pastScope}</code>
            </>
          )}
          {cost > 1 && ` · ${t('cost', { count: cost })}`}
          {streamCost !== null && ` · ${t('streamCost', { count: streamCost })}`}
        </Fact>
        <Fact name={t('formats')}>
          <code className="font-mono text-xs">{formats.join(', ')}</code>
        </Fact>
        {columns.length > 0 && (
          <Fact name={t('columns')}>
            <code className="break-words font-mono text-xs">{columns.join(', ')}</code>
          </Fact>
        )}
        <Fact name={t('example')}>
          <code className="break-all font-mono text-xs">{`${origin}${operation.example}`}</code>
        </Fact>
      </dl>
      {parameters.length > 0 && (
        <ParameterTable label={t('parameters', { path })} parameters={parameters} />
      )}
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-ink-muted">{name}</dt>
      <dd className="mb-2 min-w-0 last:mb-0 sm:mb-0">{children}</dd>
    </>
  );
}
