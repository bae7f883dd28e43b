'use client';

import { MonitorSmartphone } from 'lucide-react';
import { useFormatter, useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { deviceOf } from '@/lib/auth/deviceOf';
import type { SessionRow } from '@/lib/auth/sessionStore';

/** The sessions, each with where, since when, and the button that ends it. */
export function SessionList({
  sessions,
  ownId,
  now,
  isPending,
  onEnd,
}: {
  sessions: readonly SessionRow[];
  ownId: string | null;
  now: Date;
  isPending: boolean;
  onEnd: (sessionId: string) => void;
}) {
  const t = useTranslations('me.sessions');
  const deviceWords = useDeviceWords();
  return (
    <ul aria-label={t('title')} className="divide-y divide-line">
      {sessions.map((session) => {
        const device = deviceWords(session.userAgent);
        return (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3"
          >
            <SessionWords
              session={session}
              device={device}
              isOwn={session.id === ownId}
              now={now}
            />
            {session.id !== ownId && (
              <Button
                size="small"
                isPending={isPending}
                aria-label={t('endOf', { device })}
                onClick={() => onEnd(session.id)}
              >
                {t('end')}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function SessionWords({
  session,
  device,
  isOwn,
  now,
}: {
  session: SessionRow;
  device: string;
  isOwn: boolean;
  now: Date;
}) {
  const t = useTranslations('me.sessions');
  const format = useFormatter();
  const started = format.dateTime(session.createdAt, {
    dateStyle: 'medium',
    timeStyle: 'short',
    hourCycle: 'h23',
  });
  return (
    <span className="flex min-w-0 items-start gap-3 text-sm">
      <MonitorSmartphone className="mt-0.5 size-5 shrink-0 text-ink-muted" aria-hidden="true" />
      <span className="min-w-0">
        <span className="flex flex-wrap items-center gap-x-2 font-medium">
          {device}
          {isOwn && (
            <span className="rounded-full bg-accent px-2 font-medium text-on-accent text-xs leading-5">
              {t('here')}
            </span>
          )}
        </span>
        <span className="tabular block text-ink-muted">
          {[
            `${t('address')} ${session.address ?? t('unknownAddress')}`,
            `${t('started')} ${started}`,
            `${t('lastSeen')} ${format.relativeTime(session.lastSeenAt, now)}`,
          ].join(' · ')}
        </span>
      </span>
    </span>
  );
}

function useDeviceWords(): (userAgent: string | null) => string {
  const t = useTranslations('me.sessions');
  return (userAgent) => {
    const { browser, system } = deviceOf(userAgent);
    if (browser && system) return t('browserOn', { browser, system });
    return browser ?? system ?? t('unknownBrowser');
  };
}
