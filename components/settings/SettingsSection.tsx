import type { ReactNode } from 'react';

/** A part of the form: what it is about, and its controls. */
export function SettingsSection({
  title,
  meaning,
  aside,
  children,
}: {
  title: string;
  meaning: ReactNode;
  /** At the end of the head: a button. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="rounded-lg border border-line bg-raised">
      <header className="flex flex-wrap items-start justify-between gap-3 border-line border-b px-5 py-4">
        <div className="min-w-60 flex-1">
          <h2 className="font-semibold text-base">{title}</h2>
          <p className="max-w-160 text-ink-muted text-sm">{meaning}</p>
        </div>
        {aside}
      </header>
      {children}
    </section>
  );
}
