import type { ReactNode } from 'react';
import { Mark } from './Mark';

/** A whole page that says one thing and offers a way on. */
export function Notice({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action: ReactNode;
}) {
  return (
    <main className="flex min-h-dvh flex-1 items-center justify-center p-6 md:min-h-0">
      <div className="flex max-w-100 flex-col items-start gap-4">
        <Mark sizePx={40} />
        <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
        <div className="text-base text-ink-muted">{children}</div>
        <div className="flex flex-wrap gap-2">{action}</div>
      </div>
    </main>
  );
}
