'use client';

import { ChartColumn, Map as MapIcon, ShieldCheck, SlidersHorizontal } from 'lucide-react';
import Link from 'next/link';
import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl/react';
import { Mark } from './Mark';
import { RailLink } from './RailLink';

/**
 * The way between the pages: a slim rail at the left of a desk, a bar at the bottom of a phone.
 *
 * Six entries at most: more do not fit a phone under a thumb.
 *
 * @param alerts the bell, beside the map
 * @param mayRead whether this person may open the past of the map
 * @param maySet whether this person may open the settings
 * @param mayAdminister whether any page of the administration opens for them
 * @param account the account button, last
 */
export function Rail({
  alerts,
  mayRead,
  maySet,
  mayAdminister,
  account,
}: {
  alerts?: ReactNode;
  mayRead: boolean;
  maySet: boolean;
  mayAdminister: boolean;
  account: ReactNode;
}) {
  const t = useTranslations('shell');
  return (
    <nav
      aria-label={t('navigation')}
      className="order-last flex shrink-0 border-line border-t bg-raised pb-[env(safe-area-inset-bottom)] md:order-first md:w-16 md:flex-col md:border-t-0 md:border-r md:py-2"
    >
      <Link
        href="/map"
        aria-label="Limelight"
        className="mx-auto mb-3 hidden size-11 items-center justify-center rounded-sm md:flex"
      >
        <Mark sizePx={30} />
      </Link>
      <RailLink href="/map" label={t('map')}>
        <MapIcon className="size-5" aria-hidden="true" />
      </RailLink>
      {alerts}
      {mayRead && (
        <RailLink href="/insights" label={t('insights')}>
          <ChartColumn className="size-5" aria-hidden="true" />
        </RailLink>
      )}
      {maySet && (
        <RailLink href="/settings" label={t('settings')}>
          <SlidersHorizontal className="size-5" aria-hidden="true" />
        </RailLink>
      )}
      {mayAdminister && (
        <RailLink href="/admin" label={t('admin')}>
          <ShieldCheck className="size-5" aria-hidden="true" />
        </RailLink>
      )}
      <div className="flex flex-1 md:mt-auto md:flex-none">{account}</div>
    </nav>
  );
}
