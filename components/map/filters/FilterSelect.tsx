'use client';

import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { joinClasses } from '@/components/ui/joinClasses';

/**
 * A small native select: on a phone it opens the system's own picker, with a hundred districts in
 * groups, at no cost to the page.
 */
export function FilterSelect({
  label,
  value,
  onChange,
  className = 'flex-1',
  children,
}: {
  label: string;
  /** Empty: not filtered. */
  value: string;
  onChange(value: string): void;
  /** How it shares the room. */
  className?: string;
  children: ReactNode;
}) {
  return (
    <span className={joinClasses('relative min-w-0', className)}>
      <select
        aria-label={label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        className={joinClasses(
          'h-11 w-full appearance-none truncate rounded-md border bg-raised pr-6 pl-2.5 text-xs transition-colors hover:bg-hover md:h-8 pointer-coarse:h-11 pointer-coarse:text-base',
          value === '' ? 'border-line text-ink-muted' : 'border-ink font-medium text-ink',
        )}
      >
        {children}
      </select>
      <ChevronDown
        size={14}
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 text-ink-muted"
      />
    </span>
  );
}
