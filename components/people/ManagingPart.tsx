import type { ReactNode } from 'react';

/** One thing that can be done about a person, under the ones before. */
export function ManagingPart({
  title,
  meaning,
  children,
}: {
  title: string;
  meaning: string;
  children?: ReactNode;
}) {
  return (
    <section aria-label={title} className="flex flex-col gap-3 border-line border-t pt-4">
      <div>
        <h3 className="font-medium text-sm">{title}</h3>
        <p className="text-ink-muted text-sm">{meaning}</p>
      </div>
      {children}
    </section>
  );
}
