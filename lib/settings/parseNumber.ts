import type { SettingField } from './settingFields';

/** What is wrong with a number; the words and the mend are the page's. */
export type NumberProblem = 'missing' | 'notNumber' | 'notWhole' | 'tooLow' | 'tooHigh';

/** Digits with a decimal point or comma; spaces group thousands in French. No 1e3, no 0x10. */
export function parseNumber(text: string, field: SettingField): number | NumberProblem {
  const digits = text.replace(/\s/g, '');
  if (digits === '') return 'missing';
  if (!/^[+-]?\d{1,12}([.,]\d{1,12})?$/.test(digits)) return 'notNumber';
  const value = Number(digits.replace(',', '.'));
  if (value < field.min) return 'tooLow';
  if (value > field.max) return 'tooHigh';
  if (field.isWhole && !Number.isInteger(value)) return 'notWhole';
  return value;
}
