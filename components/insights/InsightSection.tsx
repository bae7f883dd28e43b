'use client';

import { type ReactNode, useId } from 'react';
import type { DefinitionName } from '@/lib/insights/definitions';
import { DefinitionButton } from './DefinitionButton';

/** A part of the page: its title, what its figures mean, and what one can do with it. */
export function InsightSection({
  title,
  definition,
  aside,
  children,
}: {
  title: string;
  definition?: DefinitionName;
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="flex min-w-0 flex-col rounded-lg border border-line bg-raised"
    >
      <header className="flex min-h-12 flex-wrap items-center justify-between gap-x-3 gap-y-1 border-line border-b px-4 py-2">
        <div className="flex min-w-0 items-center gap-1">
          <h2 id={id} className="font-semibold text-sm">
            {title}
          </h2>
          {definition && <DefinitionButton of={definition} />}
        </div>
        {aside && <div className="flex items-center gap-2">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
