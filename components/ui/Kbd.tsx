import type { ReactNode } from 'react';

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-sm border border-line border-b-2 bg-raised px-1 font-sans text-ink-muted text-xs">
      {children}
    </kbd>
  );
}
