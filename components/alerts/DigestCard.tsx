'use client';

import { Map as MapIcon } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'use-intl/react';
import { headlineOf } from '@/lib/alerts/headlineOf';
import type { ShownDigest } from '@/lib/alerts/shownDigest';
import { AlertTime } from './AlertTime';
import { LineList } from './LineList';

/** One digest: what it is about in a line, then what began and what ended. */
export function DigestCard({ digest }: { digest: ShownDigest }) {
  const t = useTranslations('alerts');
  return (
    <li className="px-5 py-4">
      <article>
        <header className="flex flex-wrap items-baseline gap-x-3">
          <h3 className="font-semibold text-sm">{t('headline', headlineOf(digest.counts))}</h3>
          {!digest.isRead && (
            <span className="rounded-full bg-accent px-2 font-medium text-on-accent text-xs">
              {t('inbox.isNew')}
            </span>
          )}
          <AlertTime atMs={digest.atMs} className="text-ink-muted text-xs sm:ml-auto" />
        </header>
        {digest.sections.map(({ kind, total, lines }) => (
          <div key={kind} className="mt-2">
            {digest.sections.length > 1 && (
              <h4 className="font-medium text-ink-muted text-xs">
                {t(`section.${kind}`, { count: total })}
              </h4>
            )}
            <LineList lines={lines} total={total} />
          </div>
        ))}
        {digest.counts.raisedStations > 0 && (
          <Link
            href={digest.mapPath}
            className="mt-2 inline-flex min-h-7 items-center gap-1.5 font-medium text-sm underline decoration-line-strong underline-offset-2 hover:decoration-ink pointer-coarse:min-h-11"
          >
            <MapIcon className="size-4" aria-hidden="true" />
            {t('inbox.showOnMap')}
          </Link>
        )}
      </article>
    </li>
  );
}
