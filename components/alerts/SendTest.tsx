'use client';

import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { Note } from '@/components/ui/Note';
import { DELIVERY_CHANNELS, type DeliveryChannel } from '@/lib/alerts/alertPreference';
import type { TestAnswer } from './deliveryAnswer';

/** Buttons that send a test by what is saved. */
export function SendTest({
  canMail,
  canCall,
  sendTest,
}: {
  canMail: boolean;
  canCall: boolean;
  sendTest: (channel: string) => Promise<TestAnswer>;
}) {
  const t = useTranslations('alerts');
  const [pending, setPending] = useState<DeliveryChannel | null>(null);
  const [answer, setAnswer] = useState<TestAnswer['kind'] | null>(null);
  const [, startTransition] = useTransition();
  const can = { email: canMail, webhook: canCall };
  if (!canMail && !canCall) return null;

  function ask(channel: DeliveryChannel) {
    setPending(channel);
    startTransition(async () => {
      const { kind } = await sendTest(channel).catch(() => ({ kind: 'failed' }) as const);
      setAnswer(kind);
      setPending(null);
    });
  }

  return (
    <div className="flex flex-col gap-3 border-line border-t pt-4">
      <div className="flex flex-wrap gap-2">
        {DELIVERY_CHANNELS.filter((channel) => can[channel]).map((channel) => (
          <Button key={channel} onClick={() => ask(channel)} isPending={pending === channel}>
            {t(`delivery.test.${channel}`)}
          </Button>
        ))}
      </div>
      {answer && <Note isGood={answer === 'queued'}>{t(WORDS[answer])}</Note>}
    </div>
  );
}

const WORDS = {
  queued: 'delivery.testQueued',
  unavailable: 'delivery.testUnavailable',
  tooMany: 'delivery.testTooMany',
  forbidden: 'inbox.failed',
  failed: 'inbox.failed',
} as const satisfies Record<TestAnswer['kind'], string>;
