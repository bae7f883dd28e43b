'use client';

import { Trash2 } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import { Checkbox } from '@/components/ui/Checkbox';
import { FieldNote } from '@/components/ui/FieldFrame';
import { IconButton } from '@/components/ui/IconButton';
import { TextField } from '@/components/ui/TextField';
import { parseClock } from '@/lib/settings/parseClock';
import { fieldKey, type SettingsErrors } from '@/lib/settings/parseSettingsDraft';
import { clockText, type WindowDraft } from '@/lib/settings/settingsDraft';
import { MAX_WINDOW_NAME_LENGTH } from '@/lib/settings/thresholdWindow';
import { InForceMark } from './InForceMark';
import { useDayWords } from './useDayWords';

const ISO_DAYS = [1, 2, 3, 4, 5, 6, 7];

/** One named time of the week: what it is called, its days, from when to when. */
export function WindowCard({
  window,
  isInForce,
  isNew,
  errors,
  onChange,
  onRemove,
}: {
  window: WindowDraft;
  isInForce: boolean;
  /** Just added: the next thing to do is to name it. */
  isNew: boolean;
  errors: SettingsErrors;
  onChange: (window: WindowDraft) => void;
  onRemove: () => void;
}) {
  const t = useTranslations('settings');
  const dayWords = useDayWords();
  const id = `window-${window.windowId}`;
  const errorOf = (part: 'name' | 'days' | 'from' | 'to' | 'time') => {
    const problem = errors[fieldKey.window(window.windowId, part)];
    return problem && t(`error.${problem}`, { max: MAX_WINDOW_NAME_LENGTH });
  };
  const [fromMin, toMin] = [parseClock(window.from), parseClock(window.to)];
  const endsNextDay = fromMin !== null && toMin !== null && toMin <= fromMin;
  const name = window.name.trim() || t('window.unnamed');
  return (
    <fieldset className="flex flex-col gap-4 px-5 py-4" aria-label={t('window.label', { name })}>
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1 sm:max-w-80">
          <TextField
            label={t('window.name')}
            value={window.name}
            autoFocus={isNew && window.name === ''}
            placeholder={t('window.example')}
            error={errorOf('name')}
            onChange={(event) => onChange({ ...window, name: event.target.value })}
          />
        </div>
        {isInForce && <InForceMark />}
        <IconButton label={t('window.remove', { name })} onClick={onRemove} className="ml-auto">
          <Trash2 className="size-4" aria-hidden="true" />
        </IconButton>
      </div>
      <div className="grid gap-4 lg:grid-cols-[minmax(0,1fr)_auto]">
        <fieldset aria-describedby={errorOf('days') && `${id}-days-error`}>
          <legend className="font-medium text-sm">{t('window.days')}</legend>
          <div className="mt-1 flex flex-wrap gap-x-4">
            {ISO_DAYS.map((day) => (
              <Checkbox
                key={day}
                checked={window.days.includes(day)}
                aria-invalid={errorOf('days') ? true : undefined}
                aria-label={dayWords([day], 'long')}
                onChange={() => onChange({ ...window, days: toggled(window.days, day) })}
              >
                {dayWords([day])}
              </Checkbox>
            ))}
          </div>
          <FieldNote id={`${id}-days`} error={errorOf('days')} />
        </fieldset>
        <div>
          <div className="flex gap-3">
            {(['from', 'to'] as const).map((edge) => (
              <div key={edge} className="w-28">
                <TextField
                  inputMode="numeric"
                  autoComplete="off"
                  placeholder="07:30"
                  className="tabular"
                  label={t(`window.${edge}`)}
                  value={window[edge]}
                  error={errorOf(edge) ?? (edge === 'from' ? errorOf('time') : undefined)}
                  hint={edge === 'to' && endsNextDay ? t('window.nextDay') : undefined}
                  onChange={(event) => onChange({ ...window, [edge]: event.target.value })}
                  onBlur={() => onChange({ ...window, [edge]: tidy(window[edge]) })}
                />
              </div>
            ))}
          </div>
        </div>
      </div>
    </fieldset>
  );
}

/** "7h30" as the clock shows it; what is no time stays as it was typed. */
function tidy(text: string): string {
  const minutes = parseClock(text);
  return minutes === null ? text : clockText(minutes);
}

function toggled(days: readonly number[], day: number): number[] {
  return days.includes(day) ? days.filter((one) => one !== day) : [...days, day].sort();
}
