'use client';

import { Play, Square } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import type { HistoryReach } from '@/lib/history/historyReader';
import { parseSettingsDraft } from '@/lib/settings/parseSettingsDraft';
import type { SettingsDraft } from '@/lib/settings/settingsDraft';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { SettingsSection } from '../SettingsSection';
import { withoutGaps } from '../withoutGaps';
import { SandboxAnswer } from './SandboxAnswer';
import { SandboxFields } from './SandboxFields';
import { SandboxProgress } from './SandboxProgress';
import { SandboxReach } from './SandboxReach';
import { newSandboxForm, parseSandboxForm, type SandboxFormErrors } from './sandboxForm';
import { isUnderWay } from './sandboxRun';
import { useSandbox } from './useSandbox';

/**
 * Tries the values of the form, which nobody has saved, on a period of the past, against those in
 * force. A form of its own: Enter replays, and never saves.
 */
export function SandboxSection({
  draft,
  isChanged,
  districts,
  timeZone,
  reach,
}: {
  draft: SettingsDraft;
  isChanged: boolean;
  districts: readonly CityDistrict[];
  timeZone: string;
  /** How far history goes; null: there is none. */
  reach: HistoryReach | null;
}) {
  const t = useTranslations('sandbox');
  const [form, setForm] = useState(newSandboxForm);
  const [errors, setErrors] = useState<SandboxFormErrors>({});
  const { status, result, answers, start, cancel } = useSandbox();
  const judged = withoutGaps(draft);
  const isValid = parseSettingsDraft(judged).kind === 'valid';
  const isRunning = isUnderWay(status);
  const { asked } = parseSandboxForm(form, timeZone, Number.MAX_SAFE_INTEGER);
  const request = asked && JSON.stringify({ draft: judged, ...asked });

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isRunning) return cancel();
    const parsed = parseSandboxForm(form, timeZone, Date.now() / 1_000);
    setErrors(parsed.errors);
    if (parsed.asked) start({ draft: judged, ...parsed.asked });
  }

  return (
    <SettingsSection title={t('title')} meaning={t('meaning')}>
      <div className="flex flex-col gap-4 px-5 py-4">
        <form
          onSubmit={submit}
          noValidate
          aria-label={t('title')}
          className="flex flex-wrap items-start gap-x-4 gap-y-3"
        >
          <SandboxFields {...{ form, errors }} onChange={setForm} />
          {/* One button in one place, so that whoever started can stop without looking for it. */}
          <Button
            type="submit"
            kind={isRunning ? 'secondary' : 'primary'}
            disabled={!isRunning && (!isValid || reach === null)}
            icon={
              isRunning ? (
                <Square className="size-4" aria-hidden="true" />
              ) : (
                <Play className="size-4" aria-hidden="true" />
              )
            }
            className="sm:mt-[26px]"
          >
            {isRunning ? t('cancel') : t('run')}
          </Button>
        </form>
        <p className="text-ink-muted text-sm">
          <SandboxReach reach={reach} timeZone={timeZone} />{' '}
          {t(isValid ? (isChanged ? 'changed' : 'unchanged') : 'invalid')}
        </p>
        <SandboxProgress status={status} />
        {result && (
          <div aria-busy={isRunning} className={isRunning ? 'opacity-60' : undefined}>
            <SandboxAnswer
              {...{ result, districts, timeZone }}
              isOutdated={!isRunning && request !== answers}
            />
          </div>
        )}
      </div>
    </SettingsSection>
  );
}
