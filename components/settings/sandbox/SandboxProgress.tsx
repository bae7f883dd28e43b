'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { isUnderWay, type SandboxStatus } from './sandboxRun';

const LOOKS: Partial<Record<SandboxStatus['kind'], string>> = {
  idle: 'sr-only',
  done: 'sr-only',
  failed: 'text-danger text-sm',
};

/** How a replay stands, in words; and how far it is. */
export function SandboxProgress({ status }: { status: SandboxStatus }) {
  const t = useTranslations('sandbox');
  const format = useFormatter();
  const share = status.kind === 'running' ? status.share : null;
  return (
    <div className="flex flex-col gap-2 empty:hidden">
      {isUnderWay(status) && (
        <div className="flex items-center gap-3">
          <progress
            aria-label={t('progress')}
            value={share ?? undefined}
            className="h-2 w-full max-w-80 accent-ink"
          />
          <span aria-hidden="true" className="tabular text-ink-muted text-sm">
            {share !== null && format.number(share, { style: 'percent' })}
          </span>
        </div>
      )}
      {/* That it is done is in sight below; who cannot see it is told. */}
      <p aria-live="polite" className={LOOKS[status.kind] ?? 'text-sm'}>
        <StatusWords status={status} />
      </p>
    </div>
  );
}

/** Changes only with the kind, so that it is not read out at every step. */
function StatusWords({ status }: { status: SandboxStatus }) {
  const t = useTranslations('sandbox');
  if (status.kind === 'nothing') return t(`nothing.${status.reason}`);
  return status.kind === 'idle' ? null : t(`status.${status.kind}`);
}
