import { type ReactNode, useId } from 'react';

/** A part of the alerts page, under its heading. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  /** Beside the heading: a count, a button. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  const id = useId();
  return (
    <section aria-labelledby={id} className="min-w-0 rounded-lg border border-line bg-raised">
      <header className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-1 border-line border-b px-5 py-2">
        <h2 id={id} className="font-semibold text-base">
          {title}
        </h2>
        {aside}
      </header>
      {children}
    </section>
  );
}
