'use client';

import { useId } from 'react';
import { useTranslations } from 'use-intl/react';
import { groupDistricts } from '@/components/map/filters/groupDistricts';
import { Checkbox } from '@/components/ui/Checkbox';
import { FieldNote } from '@/components/ui/FieldFrame';
import type { RuleForm } from '@/lib/alerts/parseRuleForm';
import type { CityDistrict } from '@/lib/stations/cityColumns';
import { Choice } from './Choice';

/** The whole city, or any of its districts, each with what is in it. */
export function DistrictPicker({
  districts,
  area,
  chosen,
  change,
  error,
}: {
  districts: readonly CityDistrict[];
  area: RuleForm['area'];
  chosen: readonly string[];
  change: (part: Pick<RuleForm, 'area'> | Pick<RuleForm, 'districtIds'>) => void;
  error?: string;
}) {
  const t = useTranslations('alerts');
  const id = useId();
  const toggle = (districtId: string) =>
    change({
      districtIds: chosen.includes(districtId)
        ? chosen.filter((other) => other !== districtId)
        : [...chosen, districtId],
    });
  const box = ({ districtId, name }: CityDistrict) => (
    <Checkbox
      checked={chosen.includes(districtId)}
      onChange={() => toggle(districtId)}
      aria-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      {name}
    </Checkbox>
  );
  if (districts.length === 0) return null;
  return (
    <Choice
      label={t('form.area')}
      value={area}
      options={(['city', 'districts'] as const).map((value) => ({
        value,
        label: t(`form.areaName.${value}`),
      }))}
      onChange={(value) => change({ area: value })}
    >
      {area === 'districts' && (
        <fieldset className="max-h-64 overflow-y-auto rounded-sm border border-line px-3 py-2">
          <legend className="sr-only">{t('form.areaName.districts')}</legend>
          <ul>
            {groupDistricts(districts).map(({ district, children }) => (
              <li key={district.districtId}>
                {box(district)}
                {children.length > 0 && (
                  <ul className="ml-6">
                    {children.map((child) => (
                      <li key={child.districtId}>{box(child)}</li>
                    ))}
                  </ul>
                )}
              </li>
            ))}
          </ul>
        </fieldset>
      )}
      {area === 'districts' && <FieldNote id={id} hint={t('form.areaHint')} error={error} />}
    </Choice>
  );
}
