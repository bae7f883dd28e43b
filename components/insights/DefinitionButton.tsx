'use client';

import { CircleHelp } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { Popover } from '@/components/ui/Popover';
import { DEFINITIONS, type DefinitionName } from '@/lib/insights/definitions';

/** What a figure means, how it is computed and from what: one press away from the figure. */
export function DefinitionButton({ of: name }: { of: DefinitionName }) {
  const t = useTranslations('insights');
  const { formula, literature, tables } = DEFINITIONS[name];
  const title = t(`definition.${name}.title`);
  const label = t('define', { figure: title });
  return (
    <Popover
      label={title}
      trigger={
        <button
          type="button"
          aria-label={label}
          className="-my-1 inline-flex size-6 pointer-coarse:-my-3 pointer-coarse:size-11 shrink-0 items-center justify-center rounded-full text-ink-muted transition-colors hover:bg-hover hover:text-ink"
        >
          <CircleHelp className="size-4" aria-hidden="true" />
        </button>
      }
    >
      <h3 className="font-semibold text-sm">{title}</h3>
      <p className="mt-1 text-sm">{t(`definition.${name}.words`)}</p>
      <dl className="mt-3 flex flex-col gap-2 text-xs">
        <div>
          <dt className="text-ink-muted">{t('formula')}</dt>
          <dd className="mt-0.5 rounded-sm bg-sunken px-2 py-1.5 font-mono">{formula}</dd>
        </div>
        <div>
          <dt className="text-ink-muted">{t('source')}</dt>
          <dd className="mt-0.5 font-mono">{tables.join(', ')}</dd>
        </div>
        {literature && (
          <div>
            <dt className="text-ink-muted">{t('after')}</dt>
            <dd className="mt-0.5">{literature}</dd>
          </div>
        )}
      </dl>
    </Popover>
  );
}
