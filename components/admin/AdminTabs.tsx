'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useTranslations } from 'use-intl/react';

export type AdminTab = 'people' | 'feeds' | 'audit';

/**
 * The pages of the administration beside one another. Links, not tabs of ARIA: each is a page with
 * an address of its own.
 *
 * @param tabs what this person may open
 */
export function AdminTabs({ tabs }: { tabs: readonly AdminTab[] }) {
  const t = useTranslations('shell');
  const pathname = usePathname();
  return (
    <nav aria-label={t('admin')} className="shrink-0 border-line border-b bg-raised">
      <ul className="mx-auto flex max-w-6xl gap-1 px-2 sm:px-6">
        {tabs.map((tab) => {
          const href = `/admin/${tab}`;
          const isHere = pathname === href || pathname.startsWith(`${href}/`);
          return (
            <li key={tab}>
              <Link
                href={href}
                aria-current={isHere ? 'page' : undefined}
                className="relative flex h-11 items-center rounded-sm px-3 text-ink-muted text-sm -outline-offset-4 transition-colors hover:text-ink aria-[current]:font-medium aria-[current]:text-ink aria-[current]:after:absolute aria-[current]:after:inset-x-3 aria-[current]:after:bottom-0 aria-[current]:after:h-0.5 aria-[current]:after:rounded-full aria-[current]:after:bg-accent-pressed"
              >
                {t(`adminTab.${tab}`)}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
