'use client';

import { useTranslations } from 'use-intl/react';
import { headlineOf } from '@/lib/alerts/headlineOf';
import type { ShownDigest } from '@/lib/alerts/shownDigest';
import { AlertLineItem } from './AlertLineItem';
import { AlertTime } from './AlertTime';

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
            <ul className="divide-y divide-line">
              {lines.map((line) => (
                <AlertLineItem key={line.subjectId} line={line} />
              ))}
            </ul>
            {total > lines.length && (
              <p className="mt-1 text-ink-muted text-xs">
                {t('inbox.more', { count: total - lines.length })}
              </p>
            )}
          </div>
        ))}
      </article>
    </li>
  );
}
