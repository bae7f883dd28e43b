'use client';

import { type FormEvent, useEffect, useMemo, useReducer, useRef, useTransition } from 'react';
import { useIsHydrated } from '@/components/ui/useIsHydrated';
import type { HistoryReach } from '@/lib/history/historyReader';
import { parseSettingsDraft } from '@/lib/settings/parseSettingsDraft';
import type { SaveAnswer } from '@/lib/settings/saveSettingsForm';
import type { SettingsDraft } from '@/lib/settings/settingsDraft';
import { windowAt } from '@/lib/settings/windowAt';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import type { LocalTime } from '@/lib/units/localTime';
import { ConflictPanel } from './ConflictPanel';
import { OverridesSection } from './OverridesSection';
import { ruleNames } from './ruleNames';
import { SavePanel } from './SavePanel';
import { SandboxSection } from './sandbox/SandboxSection';
import { changesOf, openSettingsForm, settingsFormReducer } from './settingsFormState';
import { useLocalTime } from './useLocalTime';
import { ValuesSection } from './ValuesSection';
import { WindowsSection } from './WindowsSection';

/**
 * The thresholds with their meanings, by place and time, and what saves them as a version.
 *
 * @param version in force when the page was made; a save on top of another meets a conflict
 * @param localTime of the city when the page was made
 * @param save the server's answer to a post
 */
export function SettingsForm({
  version,
  saved,
  districts,
  timeZone,
  localTime,
  reach,
  save,
}: {
  version: number;
  saved: SettingsDraft;
  districts: readonly CityDistrict[];
  timeZone: string;
  localTime: LocalTime;
  /** How far history goes; null: there is none. */
  reach: HistoryReach | null;
  save: (form: FormData) => Promise<SaveAnswer>;
}) {
  const form = useRef<HTMLFormElement>(null);
  const [isPending, startTransition] = useTransition();
  const [state, dispatch] = useReducer(settingsFormReducer, openSettingsForm(version, saved));
  const isHydrated = useIsHydrated();
  const changes = changesOf(state);
  const inForceId = useInForceId(state.base.draft, timeZone, localTime);
  const windows = [...state.draft.windows, ...state.base.draft.windows];
  const names = ruleNames(districts, windows);

  useEffect(() => {
    dispatch({ kind: 'versionArrived', version, draft: saved });
  }, [version, saved]);

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
    <div className="flex flex-col gap-6">
      <form ref={form} method="post" onSubmit={submit} noValidate>
        {/* What is typed before the script runs would be lost. */}
        <fieldset
          disabled={!isHydrated}
          className="grid min-w-0 items-start gap-6 xl:grid-cols-[minmax(0,1fr)_380px]"
        >
          <input type="hidden" name="baseVersion" value={state.base.version} />
          <input type="hidden" name="windows" value={JSON.stringify(state.draft.windows)} />
          <input type="hidden" name="overrides" value={JSON.stringify(state.draft.overrides)} />
          <div className="flex min-w-0 flex-col gap-6">
            {state.merge && <ConflictPanel {...{ state, names, dispatch }} />}
            <ValuesSection group="deficit" {...{ state, dispatch }} />
            <ValuesSection group="cover" {...{ state, dispatch }} />
            <WindowsSection {...{ state, inForceId, dispatch }} />
            <OverridesSection {...{ state, names, inForceId, dispatch }} />
            <ValuesSection group="data" {...{ state, dispatch }} />
          </div>
          <SavePanel {...{ state, changes, names, isPending, dispatch }} />
        </fieldset>
      </form>
      <SandboxSection
        draft={state.draft}
        isChanged={changes.length > 0}
        {...{ districts, timeZone, reach }}
      />
    </div>
  );
}

/** The saved window in which the city is by its clock; null outside of all. */
function useInForceId(saved: SettingsDraft, timeZone: string, initial: LocalTime): string | null {
  const now = useLocalTime(timeZone, initial);
  const windows = useMemo(() => {
    const parsed = parseSettingsDraft(saved);
    return parsed.kind === 'valid' ? parsed.settings.windows : [];
  }, [saved]);
  return windowAt(windows, now)?.windowId ?? null;
}

function focusFirstError(form: HTMLFormElement | null) {
  const field = form?.querySelector<HTMLElement>('[aria-invalid=true]');
  field?.focus({ preventScroll: true });
  field?.scrollIntoView({ block: 'center' });
}
