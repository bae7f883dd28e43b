'use client';

import { type FormEvent, useRef, useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { Checkbox } from '@/components/ui/Checkbox';
import { Note } from '@/components/ui/Note';
import { TextField } from '@/components/ui/TextField';
import type { InviteAnswer, PeopleActions } from '@/lib/auth/peopleActions';
import type { Invited, InviteStart } from './inviteSteps';
import { RoleSelect } from './RoleSelect';

/** Address and role of somebody to be invited; what is wrong is said at the address. */
export function InviteForm({
  start,
  invite,
  onInvited,
}: {
  start: InviteStart;
  invite: PeopleActions['invite'];
  onInvited: (invited: Invited) => void;
}) {
  const t = useTranslations('people');
  const [email, setEmail] = useState(start.email);
  const [role, setRole] = useState(start.role);
  const [isSure, setSure] = useState(false);
  const [answer, setAnswer] = useState<Refusal | null>(null);
  const [isPending, startTransition] = useTransition();
  const field = useRef<HTMLFormElement>(null);
  const words = useRefusalWords(answer);
  const mayBeSure = answer?.kind === 'lookalike' && answer.canBeSure;

  function submit(event: FormEvent) {
    event.preventDefault();
    startTransition(async () => {
      const given = await ask();
      if (given.kind === 'invited') return onInvited(given);
      setAnswer(given);
      field.current?.querySelector<HTMLElement>('[name=email]')?.focus();
    });
  }

  async function ask(): Promise<InviteAnswer | { kind: 'emailMissing' }> {
    if (email.trim() === '') return { kind: 'emailMissing' };
    const wanted = { email, role, isSureOfLookalike: mayBeSure && isSure };
    return invite(wanted).catch(() => ({ kind: 'failed' }) as const);
  }

  return (
    <form ref={field} onSubmit={submit} noValidate className="flex flex-col gap-4">
      <TextField
        label={t('inviting.email')}
        hint={t('inviting.emailHint')}
        name="email"
        type="email"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        data-autofocus
        value={email}
        onChange={(event) => {
          setEmail(event.target.value);
          setSure(false);
          setAnswer(null);
        }}
        error={words?.isOfEmail ? words.text : undefined}
      />
      {mayBeSure && (
        <Checkbox checked={isSure} onChange={(event) => setSure(event.target.checked)}>
          {t('inviting.sure')}
        </Checkbox>
      )}
      <RoleSelect label={t('inviting.role')} role={role} onChange={setRole} />
      {words && !words.isOfEmail && <Note isGood={false}>{words.text}</Note>}
      <div>
        <Button type="submit" kind="primary" isPending={isPending}>
          {t(isPending ? 'inviting.submitting' : 'inviting.submit')}
        </Button>
      </div>
    </form>
  );
}

type Refusal = Exclude<InviteAnswer, { kind: 'invited' }> | { kind: 'emailMissing' };

function useRefusalWords(answer: Refusal | null): { isOfEmail: boolean; text: string } | null {
  const t = useTranslations('people');
  const ofEmail = (text: string) => ({ isOfEmail: true, text });
  switch (answer?.kind) {
    case undefined:
      return null;
    case 'emailMissing':
    case 'emailInvalid':
      return ofEmail(t(`inviting.error.${answer.kind}`));
    case 'foreignLetters':
      return ofEmail(t('inviting.error.foreignLetters', { letters: answer.letters }));
    case 'known':
      return ofEmail(t('inviting.error.known', { email: answer.email }));
    case 'lookalike':
      return ofEmail(
        t(answer.canBeSure ? 'inviting.error.lookalike' : 'inviting.error.lookalikeForeign', {
          like: answer.like,
        }),
      );
    case 'forbidden':
    case 'failed':
      return { isOfEmail: false, text: t(`answer.${answer.kind}`) };
  }
}
