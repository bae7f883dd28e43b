'use client';

import { type FormEvent, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { FieldNote } from '@/components/ui/FieldFrame';
import { Note } from '@/components/ui/Note';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import type { ApiScope } from '@/lib/auth/apiScopes';
import type { AddTokenAnswer, OwnActions } from '@/lib/auth/ownActions';
import { MAX_NAME_LENGTH } from '@/lib/auth/personName';

/** Days a token can be valid; the last choice is until it is revoked. */
const VALID_DAYS = [30, 90, 365] as const;

/** Name, scopes and time of a token that is to be made. */
export function NewTokenForm({
  scopes,
  addToken,
  onCreated,
}: {
  scopes: readonly ApiScope[];
  addToken: OwnActions['addToken'];
  onCreated: (token: string) => void;
}) {
  const t = useTranslations('me');
  const [answer, setAnswer] = useState<Exclude<AddTokenAnswer, { kind: 'created' }> | null>(null);
  const [isPending, startTransition] = useTransition();
  const errors = answer?.kind === 'invalid' ? answer.errors : {};

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const days = Number(data.get('validDays'));
    const wanted = {
      name: String(data.get('name') ?? ''),
      scopes: scopes.filter((scope) => data.get(scope) === 'on'),
      validDays: days > 0 ? days : null,
    };
    startTransition(async () => {
      const given = await addToken(wanted).catch(() => ({ kind: 'failed' }) as const);
      if (given.kind === 'created') onCreated(given.token);
      else setAnswer(given);
    });
  }

  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-4">
      <TextField
        label={t('tokens.name')}
        hint={t('tokens.nameHint')}
        name="name"
        autoComplete="off"
        data-autofocus
        error={errors.name && t(`tokens.error.${errors.name}`, { max: MAX_NAME_LENGTH })}
      />
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1.5 font-medium text-sm">{t('tokens.scopes')}</legend>
        {scopes.map((scope, i) => (
          <Checkbox key={scope} name={scope} defaultChecked={i === 0}>
            <span>
              <code className="font-mono text-xs">{scope}</code>
              <span className="block text-ink-muted">{t(`tokens.scope.${scope}`)}</span>
            </span>
          </Checkbox>
        ))}
        <FieldNote id="token-scopes" error={errors.scopes && t(`tokens.error.${errors.scopes}`)} />
      </fieldset>
      <Select
        label={t('tokens.expires')}
        name="validDays"
        defaultValue={String(VALID_DAYS[1])}
        options={[
          ...VALID_DAYS.map((days) => ({
            value: String(days),
            label: t('tokens.days', { count: days }),
          })),
          { value: '', label: t('tokens.forever') },
        ]}
      />
      {answer && answer.kind !== 'invalid' && (
        <Note isGood={false}>{t(`answer.${answer.kind}`)}</Note>
      )}
      <div>
        <Button type="submit" kind="primary" isPending={isPending}>
          {t(isPending ? 'tokens.creating' : 'tokens.create')}
        </Button>
      </div>
    </form>
  );
}
