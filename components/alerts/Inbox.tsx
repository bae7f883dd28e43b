'use client';

import { BellRing } from 'lucide-react';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { useIsHydrated } from '@/components/ui/useIsHydrated';
import type { ShownDigest } from '@/lib/alerts/shownDigest';
import { DigestCard } from './DigestCard';
import { Section } from './Section';
import { noteAlertsRead } from './useUnreadAlerts';

/** What the person's rules found, the newest first. */
export function Inbox({
  digests,
  unread,
  hasRules,
  markRead,
}: {
  digests: readonly ShownDigest[];
  unread: number;
  hasRules: boolean;
  markRead: (upToMs: number) => Promise<{ kind: string }>;
}) {
  const t = useTranslations('alerts');
  const isHydrated = useIsHydrated();
  const [isPending, startTransition] = useTransition();
  const [hasFailed, setHasFailed] = useState(false);
  const newestMs = digests[0]?.atMs;

  function markAll() {
    startTransition(async () => {
      const answer = await markRead(newestMs ?? 0).catch(() => ({ kind: 'failed' }));
      setHasFailed(answer.kind !== 'done');
      noteAlertsRead();
    });
  }

  return (
    <Section
      title={t('inbox.title')}
      aside={
        <div className="flex items-center gap-3">
          <span aria-live="polite" className="tabular text-ink-muted text-sm">
            {hasFailed ? t('inbox.failed') : t('inbox.unread', { count: unread })}
          </span>
          {unread > 0 && (
            <Button size="small" onClick={markAll} isPending={isPending} disabled={!isHydrated}>
              {t('inbox.markRead')}
            </Button>
          )}
        </div>
      }
    >
      {digests.length === 0 ? (
        <EmptyState
          icon={<BellRing className="size-8" aria-hidden="true" />}
          title={t('inbox.empty')}
        >
          {t(hasRules ? 'inbox.emptyExplain' : 'inbox.emptyWithoutRules')}
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line">
          {digests.map((digest) => (
            <DigestCard key={digest.digestId} digest={digest} />
          ))}
        </ol>
      )}
    </Section>
  );
}
