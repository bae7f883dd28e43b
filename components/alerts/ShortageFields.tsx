'use client';

import { useTranslations } from 'use-intl/react';
import { Checkbox } from '@/components/ui/Checkbox';
import { SeverityGlyph } from '@/components/ui/SeverityGlyph';
import { TextField } from '@/components/ui/TextField';
import { ALERT_SEVERITIES, MAX_LASTING_MIN } from '@/lib/alerts/alertCondition';
import type { RuleForm, RuleProblems } from '@/lib/alerts/parseRuleForm';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { Choice } from './Choice';
import { DayPicker } from './DayPicker';
import { DistrictPicker } from './DistrictPicker';
import { WindowFields } from './WindowFields';

/** What, how long, where and when: the fields of a rule about stations. */
export function ShortageFields({
  form,
  problems,
  districts,
  change,
}: {
  form: RuleForm;
  problems: RuleProblems;
  districts: readonly CityDistrict[];
  change: (part: Partial<RuleForm>) => void;
}) {
  const t = useTranslations('alerts');
  return (
    <>
      <Choice
        label={t('form.severity')}
        value={form.severity}
        options={ALERT_SEVERITIES.map((value) => ({
          value,
          label: t(`form.severityOption.${value}`),
          icon: <SeverityGlyph severity={value} />,
        }))}
        onChange={(severity) => change({ severity })}
      >
        <Checkbox
          checked={form.uncoveredOnly}
          onChange={(event) => change({ uncoveredOnly: event.target.checked })}
        >
          {t('form.uncovered')}
        </Checkbox>
      </Choice>
      <TextField
        label={t('form.lasting')}
        hint={t('form.lastingHint', { max: MAX_LASTING_MIN })}
        error={problems.lastingMin && t('form.problem.lasting', { max: MAX_LASTING_MIN })}
        value={form.lastingMin}
        onChange={(event) => change({ lastingMin: event.target.value })}
        inputMode="numeric"
        autoComplete="off"
      />
      <DistrictPicker
        {...{ districts, change }}
        area={form.area}
        chosen={form.districtIds}
        error={problems.districtIds && t('form.problem.districtsMissing')}
      />
      <DayPicker
        days={form.days}
        onChange={(days) => change({ days })}
        error={problems.days && t('form.problem.daysMissing')}
      />
      <div className="flex flex-col gap-2">
        <Checkbox
          checked={form.isTimed}
          onChange={(event) => change({ isTimed: event.target.checked })}
        >
          {t('form.timed')}
        </Checkbox>
        {form.isTimed && (
          <WindowFields
            from={form.from}
            to={form.to}
            onChange={change}
            hint={t('form.hoursHint')}
            error={problems.hours && t(`form.problem.${problems.hours}`)}
          />
        )}
      </div>
    </>
  );
}
