import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSettingsForm } from './parseSettingsForm';
import { settingFields } from './settingFields';
import { defaultSettings, settingsSchema } from './settings';
import { draftOf } from './settingsDraft';
import { settingValuesSchema } from './settingValues';

function formOf(values: Record<string, string>): FormData {
  const form = new FormData();
  const shown = draftOf(defaultSettings).values;
  for (const [name, value] of Object.entries({
    ...shown,
    baseVersion: '7',
    reason: 'why not',
    ...values,
  }))
    form.set(name, String(value));
  return form;
}

const errorsOf = (values: Record<string, string>) => {
  const parsed = parseSettingsForm(formOf(values));
  return parsed.kind === 'invalid' ? parsed.errors : null;
};

describe('parseSettingsForm', () => {
  it('reads what the form shows of a version as that very version', () => {
    expect(parseSettingsForm(formOf({}))).toEqual({
      kind: 'valid',
      settings: defaultSettings,
      baseVersion: 7,
      reason: 'why not',
    });
  });

  it('reads percent, decimal commas and grouped thousands as people write them', () => {
    const parsed = parseSettingsForm(formOf({ targetRatio: '12,5', retentionDays: '1 095' }));
    expect(parsed).toMatchObject({ settings: { targetRatio: 0.125, retentionDays: 1095 } });
  });

  it.each([
    ['', 'missing'],
    ['   ', 'missing'],
    ['many', 'notNumber'],
    ['1e1', 'notNumber'],
    ['0x10', 'notNumber'],
    ['3.', 'notNumber'],
    ['2.5', 'notWhole'],
    ['-1', 'tooLow'],
    ['51', 'tooHigh'],
  ])('refuses %j as minimum bikes: %s', (minBikes, problem) => {
    expect(errorsOf({ minBikes })).toEqual({ fields: { minBikes: problem } });
  });

  it('tells everything that is wrong at once', () => {
    expect(errorsOf({ minBikes: '', targetRatio: '101', reason: '  ' })).toEqual({
      fields: { minBikes: 'missing', targetRatio: 'tooHigh' },
      reason: 'reasonMissing',
    });
    expect(errorsOf({ reason: 'x'.repeat(501) })).toMatchObject({ reason: 'reasonTooLong' });
  });

  it('lets nothing through that the schema would refuse, whatever is posted', () => {
    const text = fc.oneof(fc.string(), fc.integer().map(String), fc.double().map(String));
    const values = fc.record(Object.fromEntries(settingFields.map(({ name }) => [name, text])));
    fc.assert(
      fc.property(values, (posted) => {
        const parsed = parseSettingsForm(formOf(posted));
        if (parsed.kind === 'valid') settingsSchema.parse(parsed.settings);
      }),
    );
  });
});

describe('settingFields', () => {
  it('asks for every setting, each with its range', () => {
    expect(settingFields.map(({ name }) => name).sort()).toEqual(
      Object.keys(settingValuesSchema.shape).sort(),
    );
    for (const { min, max, standard } of settingFields) {
      expect(min).toBeLessThan(max);
      expect(standard).toBeGreaterThanOrEqual(min);
      expect(standard).toBeLessThanOrEqual(max);
    }
  });
});
