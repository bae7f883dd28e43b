'use client';

import type { ReactNode } from 'react';
import type { DefinitionName } from '@/lib/insights/definitions';
import { DefinitionButton } from './DefinitionButton';

/** One figure: what it is called, how much it is, and a few words to read it by. */
export function KeyFigure({
  name,
  definition,
  value,
  note,
}: {
  name: string;
  definition: DefinitionName;
  value: ReactNode;
  note?: ReactNode;
}) {
  return (
    <div className="min-w-0 px-4 py-3">
      <dt className="flex items-center gap-1 text-ink-muted text-xs">
        {name}
        <DefinitionButton of={definition} />
      </dt>
      <dd>
        <span className="tabular block font-semibold text-xl tracking-tight">{value}</span>
        {note && <span className="tabular block text-ink-muted text-xs">{note}</span>}
      </dd>
    </div>
  );
}
