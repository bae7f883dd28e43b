'use client';

import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { CopyField } from '@/components/ui/CopyField';
import { Note } from '@/components/ui/Note';
import { TextField } from '@/components/ui/TextField';
import { useIsHydrated } from '@/components/ui/useIsHydrated';
import { MAX_DIGEST_EVERY_MIN, MIN_DIGEST_EVERY_MIN } from '@/lib/alerts/alertPreference';
import type { DeliveryForm } from '@/lib/alerts/deliveryForm';
import { ChannelFields } from './ChannelFields';
import type { DeliveryAnswer, TestAnswer } from './deliveryAnswer';
import { focusFirstError } from './focusFirstError';
import { Section } from './Section';
import { SendTest } from './SendTest';
import { WindowFields } from './WindowFields';

/** Where and when the person is told. */
export function DeliveryEditor({
  initial,
  email,
  hasMail,
  save,
  sendTest,
}: {
  /** As saved. */
  initial: DeliveryForm;
  email: string;
  /** Whether this installation can send mail. */
  hasMail: boolean;
  save: (form: DeliveryForm) => Promise<DeliveryAnswer>;
  sendTest: (channel: string) => Promise<TestAnswer>;
}) {
  const t = useTranslations('alerts');
  const isHydrated = useIsHydrated();
  const [form, setForm] = useState(initial);
  const [answer, setAnswer] = useState<DeliveryAnswer | null>(null);
  const [isPending, startTransition] = useTransition();
  const element = useRef<HTMLFormElement>(null);
  const change = (part: Partial<DeliveryForm>) => setForm((before) => ({ ...before, ...part }));
  const problems = answer?.kind === 'invalid' ? answer.problems : {};
  const range = { min: MIN_DIGEST_EVERY_MIN, max: MAX_DIGEST_EVERY_MIN };

  useEffect(() => {
    if (answer?.kind === 'invalid') focusFirstError(element.current);
  }, [answer]);

  function submit(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      const given = await save(form).catch(() => ({ kind: 'failed' }) as const);
      setAnswer(given);
      if (given.kind === 'saved') change({ renewSecret: false });
    });
  }

  return (
    <Section title={t('delivery.title')}>
      <form ref={element} onSubmit={submit} noValidate>
        {/* What is typed before the script runs would be lost. */}
        <fieldset disabled={!isHydrated} className="flex min-w-0 flex-col gap-5 px-5 py-4">
          <p className="text-ink-muted text-sm">{t('delivery.lead')}</p>
          <TextField
            label={t('delivery.every')}
            hint={t('delivery.everyHint', range)}
            error={problems.digestEveryMin && t('delivery.problem.every', range)}
            value={form.digestEveryMin}
            onChange={(event) => change({ digestEveryMin: event.target.value })}
            inputMode="numeric"
            autoComplete="off"
          />
          <div className="flex flex-col gap-2">
            <Checkbox
              checked={form.isQuiet}
              onChange={(event) => change({ isQuiet: event.target.checked })}
            >
              {t('delivery.quiet')}
            </Checkbox>
            {form.isQuiet && (
              <WindowFields
                from={form.from}
                to={form.to}
                onChange={change}
                hint={t('delivery.quietHint')}
                error={problems.hours && t(`delivery.problem.${problems.hours}`)}
              />
            )}
          </div>
          <ChannelFields
            {...{ form, problems, email, hasMail, change }}
            saved={initial.webhookUrl}
          />
          <Button type="submit" kind="primary" isPending={isPending} className="self-start">
            {isPending ? t('delivery.saving') : t('delivery.save')}
          </Button>
          {answer && (
            <Note isGood={answer.kind === 'saved'}>
              {answer.kind === 'saved' ? t('delivery.saved') : t(`delivery.answer.${answer.kind}`)}
            </Note>
          )}
          {answer?.kind === 'saved' && answer.secret && (
            <CopyField
              label={t('delivery.secretTitle')}
              meaning={t('delivery.secretExplain')}
              value={answer.secret}
            />
          )}
          <SendTest
            canMail={initial.isEmailOn && hasMail}
            canCall={initial.webhookUrl !== ''}
            sendTest={sendTest}
          />
        </fieldset>
      </form>
    </Section>
  );
}
