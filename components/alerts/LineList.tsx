'use client';

import { useTranslations } from 'use-intl/react';
import type { MergedLine } from '@/lib/alerts/netLines';
import { AlertLineItem } from './AlertLineItem';

/** Lines in sight at once; the others are a press away. */
const SHOWN_LINES = 5;

/**
 * The lines of a digest, the gravest first.
 *
 * @param total of the digest; those that are not in `lines` are counted
 */
export function LineList({ lines, total }: { lines: readonly MergedLine[]; total: number }) {
  const t = useTranslations('alerts');
  const [first, rest] = [lines.slice(0, SHOWN_LINES), lines.slice(SHOWN_LINES)];
  const left = total - lines.length;
  const items = (some: readonly MergedLine[]) => (
    <ul className="divide-y divide-line">
      {some.map((line) => (
        <AlertLineItem key={line.subjectId} line={line} />
      ))}
    </ul>
  );
  return (
    <>
      {items(first)}
      {rest.length > 0 && (
        <details className="border-line border-t">
          <summary className="flex min-h-9 cursor-pointer items-center font-medium text-ink-muted text-sm hover:text-ink pointer-coarse:min-h-11">
            {t('inbox.more', { count: total - first.length })}
          </summary>
          {items(rest)}
          {left > 0 && (
            <p className="pb-1 text-ink-muted text-xs">{t('inbox.more', { count: left })}</p>
          )}
        </details>
      )}
    </>
  );
}
