'use client';

import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { Note } from '@/components/ui/Note';
import { TextField } from '@/components/ui/TextField';
import { MAX_RULE_NAME_LENGTH, MAX_RULES } from '@/lib/alerts/alertCondition';
import type { RuleForm } from '@/lib/alerts/parseRuleForm';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { Choice } from './Choice';
import { focusFirstError } from './focusFirstError';
import type { RuleAnswer } from './ruleAnswer';
import { ShortageFields } from './ShortageFields';
import { SilenceField } from './SilenceField';

/** The form of a rule. What is wrong is said at its field, which then has the focus. */
export function RuleEditor({
  ruleId,
  form: initial,
  districts,
  mayWatchFeed,
  save,
  onClose,
}: {
  ruleId: string | null;
  form: RuleForm;
  districts: readonly CityDistrict[];
  mayWatchFeed: boolean;
  save: (ruleId: string | null, form: RuleForm) => Promise<RuleAnswer>;
  onClose: () => void;
}) {
  const t = useTranslations('alerts');
  const [form, setForm] = useState(initial);
  const [answer, setAnswer] = useState<RuleAnswer | null>(null);
  const [isPending, startTransition] = useTransition();
  const element = useRef<HTMLFormElement>(null);
  const change = (part: Partial<RuleForm>) => setForm((before) => ({ ...before, ...part }));
  const problems = answer?.kind === 'invalid' ? answer.problems : {};

  useEffect(() => {
    if (answer?.kind === 'invalid') focusFirstError(element.current);
  }, [answer]);

  function submit(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      const given = await save(ruleId, form).catch(() => ({ kind: 'failed' }) as const);
      if (given.kind === 'saved') return onClose();
      setAnswer(given);
    });
  }

  return (
    <form ref={element} onSubmit={submit} noValidate className="flex flex-col gap-5">
      <TextField
        label={t('form.name')}
        hint={t('form.nameHint', { max: MAX_RULE_NAME_LENGTH })}
        error={problems.name && t(`form.problem.${problems.name}`, { max: MAX_RULE_NAME_LENGTH })}
        value={form.name}
        onChange={(event) => change({ name: event.target.value })}
        autoComplete="off"
      />
      {mayWatchFeed && (
        <Choice
          label={t('form.kind')}
          value={form.kind}
          options={(['shortage', 'deadFeed'] as const).map((value) => ({
            value,
            label: t(`form.kindName.${value}`),
          }))}
          onChange={(kind) => change({ kind })}
        />
      )}
      {form.kind === 'shortage' ? (
        <ShortageFields {...{ form, problems, districts, change }} />
      ) : (
        <SilenceField {...{ form, problems, change }} />
      )}
      {answer && answer.kind !== 'saved' && (
        <Note isGood={false}>{t(`form.answer.${answer.kind}`, { max: MAX_RULES })}</Note>
      )}
      <div className="sticky bottom-0 z-10 -mx-4 -mb-4 flex justify-end gap-2 border-line border-t bg-raised px-4 py-3">
        <Button onClick={onClose}>{t('form.cancel')}</Button>
        <Button type="submit" kind="primary" isPending={isPending}>
          {isPending ? t('form.saving') : t('form.save')}
        </Button>
      </div>
    </form>
  );
}
