'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { SettingsSection } from '@/components/settings/SettingsSection';
import { ConfirmButton } from '@/components/ui/ConfirmButton';
import { Note } from '@/components/ui/Note';
import type { EndSessionAnswer, OwnActions } from '@/lib/auth/ownActions';
import type { SessionRow } from '@/lib/auth/sessionStore';
import { SessionList } from './SessionList';

interface SessionsSectionProps {
  sessions: readonly SessionRow[];
  /** Of the browser that asks. */
  ownId: string | null;
  now: Date;
  endSession: OwnActions['endSession'];
  endEverySession: OwnActions['endEverySession'];
}

/** Every browser that is signed in as this person, and the ways out. */
export function SessionsSection(props: SessionsSectionProps) {
  const { sessions, ownId, now, endSession, endEverySession } = props;
  const t = useTranslations('me');
  const [answer, setAnswer] = useState<EndSessionAnswer | null>(null);
  const [isPending, startTransition] = useTransition();

  function end(sessionId: string) {
    startTransition(async () => {
      setAnswer(await endSession(sessionId).catch(() => ({ kind: 'failed' }) as const));
    });
  }

  function endAll() {
    startTransition(async () => {
      const given = await endEverySession().catch(() => ({ kind: 'failed' }) as const);
      if (given.kind === 'ended') window.location.assign('/sign-in');
      else setAnswer(given);
    });
  }

  return (
    <SettingsSection title={t('sessions.title')} meaning={t('sessions.meaning')}>
      <SessionList sessions={sessions} ownId={ownId} now={now} isPending={isPending} onEnd={end} />
      <div className="flex flex-col gap-3 border-line border-t px-5 py-4">
        {answer && (
          <Note isGood={answer.kind === 'ended'}>
            {answer.kind === 'ended' ? t('sessions.ended') : t(`answer.${answer.kind}`)}
          </Note>
        )}
        <ConfirmButton
          label={t('sessions.everywhere')}
          question={t('sessions.everywhereSure')}
          yes={t('sessions.everywhereYes')}
          no={t('sessions.everywhereNo')}
          isPending={isPending}
          onConfirm={endAll}
        />
      </div>
    </SettingsSection>
  );
}
