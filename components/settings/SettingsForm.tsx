'use client';

import { type FormEvent, useEffect, useReducer, useRef, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { useIsHydrated } from '@/components/ui/useIsHydrated';
import type { SaveAnswer } from '@/lib/settings/saveSettingsForm';
import type { SettingField, SettingGroup, SettingName } from '@/lib/settings/settingFields';
import { ConflictPanel } from './ConflictPanel';
import { SavePanel } from './SavePanel';
import { SettingInput } from './SettingInput';
import { changedFields, openSettingsForm, settingsFormReducer } from './settingsFormState';

const GROUPS: readonly SettingGroup[] = ['deficit', 'cover', 'data'];

/**
 * The thresholds with their meanings, and what saves them as a version.
 *
 * @param version in force when the page was made; a save on top of another meets a conflict
 * @param save the server's answer to a post
 */
export function SettingsForm({
  fields,
  version,
  shown,
  save,
}: {
  fields: readonly SettingField[];
  version: number;
  shown: Record<SettingName, number>;
  save: (form: FormData) => Promise<SaveAnswer>;
}) {
  const t = useTranslations('settings');
  const form = useRef<HTMLFormElement>(null);
  const [isPending, startTransition] = useTransition();
  const [state, dispatch] = useReducer(settingsFormReducer, openSettingsForm(version, shown));
  const isHydrated = useIsHydrated();
  const changed = changedFields(state, fields);

  // Once the errors are drawn: only then is there a field to lead to.
  useEffect(() => {
    if (state.answer?.kind === 'invalid') focusFirstError(form.current);
  }, [state.answer]);

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(async () => {
      const answer = await save(data).catch(() => ({ kind: 'failed' }) as const);
      dispatch({ kind: 'answered', answer });
    });
  }

  return (
    <form ref={form} method="post" onSubmit={submit} noValidate>
      {/* What is typed before the script runs would be lost. */}
      <fieldset
        disabled={!isHydrated}
        className="grid min-w-0 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_340px]"
      >
        <input type="hidden" name="baseVersion" value={state.base.version} />
        <div className="flex min-w-0 flex-col gap-6">
          {state.answer?.kind === 'conflict' && (
            <ConflictPanel
              version={state.answer.version}
              fields={changed}
              state={state}
              onTakeTheirs={(name) =>
                dispatch({ kind: 'typed', name, text: state.base.values[name] })
              }
            />
          )}
          {GROUPS.map((group) => (
            <section key={group} className="rounded-lg border border-line bg-raised">
              <header className="border-line border-b px-5 py-4">
                <h2 className="font-semibold text-base">{t(`group.${group}.title`)}</h2>
                <p className="text-ink-muted text-sm">{t(`group.${group}.meaning`)}</p>
              </header>
              <div className="divide-y divide-line">
                {fields
                  .filter((field) => field.group === group)
                  .map((field) => (
                    <SettingInput
                      key={field.name}
                      field={field}
                      value={state.values[field.name]}
                      inForce={state.base.values[field.name]}
                      problem={state.errors.settings[field.name]}
                      onType={(text) => dispatch({ kind: 'typed', name: field.name, text })}
                    />
                  ))}
              </div>
            </section>
          ))}
        </div>
        <SavePanel state={state} changed={changed} isPending={isPending} dispatch={dispatch} />
      </fieldset>
    </form>
  );
}

function focusFirstError(form: HTMLFormElement | null) {
  const field = form?.querySelector<HTMLElement>('[aria-invalid=true]');
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}
