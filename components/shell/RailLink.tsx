'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { joinClasses } from '@/components/ui/joinClasses';

/** A page of the desk in the rail; marked while it, or a page below it, is shown. */
export function RailLink({
  href,
  label,
  children,
}: {
  href: string;
  label: string;
  /** Icon, 20 px. */
  children: ReactNode;
}) {
  const pathname = usePathname();
  const isHere = pathname === href || pathname.startsWith(`${href}/`);
  return (
    <Link
      href={href}
      aria-current={isHere ? 'page' : undefined}
      className={joinClasses(
        'group flex min-w-16 flex-1 flex-col items-center justify-center gap-0.5 text-xs md:flex-none',
        'h-14 text-ink-muted transition-colors hover:text-ink aria-[current]:text-ink',
        'aria-[current]:font-medium -outline-offset-4',
      )}
    >
      <span className="flex h-7 w-12 items-center justify-center rounded-full transition-colors group-hover:bg-hover group-aria-[current]:bg-accent group-aria-[current]:text-on-accent">
        {children}
      </span>
      {label}
    </Link>
  );
}
