import { OVERRIDABLE } from './overridable';
import { defaultSettings } from './settings';
import { type SettingName, settingValuesSchema } from './settingValues';

export type SettingUnit = 'bikes' | 'percent' | 'minutes' | 'metres' | 'vehicles' | 'days';
export type SettingGroup = 'deficit' | 'cover' | 'data';

/** How a setting is asked for. Numbers are as people see them: a share of 0.2 is 20 percent. */
export interface SettingField {
  name: SettingName;
  group: SettingGroup;
  unit: SettingUnit;
  min: number;
  max: number;
  step: number;
  isWhole: boolean;
  /** In force until somebody saves another. */
  standard: number;
}

const FORM: readonly Pick<SettingField, 'name' | 'group' | 'unit' | 'step'>[] = [
  { name: 'minBikes', group: 'deficit', unit: 'bikes', step: 1 },
  { name: 'targetRatio', group: 'deficit', unit: 'percent', step: 1 },
  { name: 'emptyBikes', group: 'deficit', unit: 'bikes', step: 1 },
  { name: 'criticalShare', group: 'deficit', unit: 'percent', step: 5 },
  { name: 'walkRadiusM', group: 'cover', unit: 'metres', step: 10 },
  { name: 'coverMinBikes', group: 'cover', unit: 'bikes', step: 1 },
  { name: 'coverMinVehicles', group: 'cover', unit: 'vehicles', step: 1 },
  { name: 'staleAfterMin', group: 'data', unit: 'minutes', step: 5 },
  { name: 'retentionDays', group: 'data', unit: 'days', step: 1 },
];

/** Every setting in the order of the form, with the ranges of settingValuesSchema. */
export const settingFields: readonly SettingField[] = FORM.map((field) => {
  const { minValue, maxValue } = settingValuesSchema.shape[field.name];
  if (minValue === null || maxValue === null) throw new Error(`${field.name} has no range`);
  return {
    ...field,
    min: toShown(field.unit, minValue),
    max: toShown(field.unit, maxValue),
    isWhole: field.unit !== 'percent',
    standard: toShown(field.unit, defaultSettings[field.name]),
  };
});

/** Those that may differ by place and time, in the order of the form. */
export const overridableFields = settingFields.filter(({ name }) =>
  (OVERRIDABLE as readonly string[]).includes(name),
);

/** A stored number as people see it. */
export function toShown(unit: SettingUnit, stored: number): number {
  return unit === 'percent' ? Number((stored * 100).toFixed(6)) : stored;
}

/** What people typed as it is stored. */
export function toStored(unit: SettingUnit, shown: number): number {
  return unit === 'percent' ? Number((shown / 100).toFixed(8)) : shown;
}
