import { describe, expect, it } from 'vitest';
import { auditedChanges } from './auditedChanges';
import { parseClock } from './parseClock';
import { parseSettingsDraft } from './parseSettingsDraft';
import { defaultSettings, type Settings, settingsSchema } from './settings';
import { draftOf, type SettingsDraft } from './settingsDraft';

const plain = draftOf(defaultSettings);
const rush = { windowId: 'a', name: 'Rush', days: [5, 1], from: '07:00', to: '10:00' };
const errorsOf = (change: Partial<SettingsDraft>) => {
  const parsed = parseSettingsDraft({ ...plain, ...change });
  return parsed.kind === 'invalid' ? parsed.errors : null;
};

describe('parseSettingsDraft', () => {
  const full: Settings = {
    ...defaultSettings,
    windows: [
      { windowId: 'a', name: 'Rush', days: [1, 5], fromMin: 420, toMin: 600 },
      { windowId: 'b', name: 'Night', days: [5], fromMin: 1320, toMin: 60 },
    ],
    overrides: [
      { districtId: null, windowId: 'a', values: { targetRatio: 0.29 } },
      { districtId: '9', windowId: null, values: { minBikes: 5, walkRadiusM: 250 } },
    ],
  };

  it('reads what the form shows of a version as that very version', () => {
    expect(parseSettingsDraft(draftOf(full))).toEqual({ kind: 'valid', settings: full });
    expect(settingsSchema.parse(full)).toEqual(full);
  });

  it('gives the same version whoever added what first', () => {
    const draft = draftOf(full);
    const shuffled = {
      ...draft,
      windows: draft.windows.toReversed(),
      overrides: draft.overrides.toReversed(),
    };
    expect(parseSettingsDraft(shuffled)).toEqual({ kind: 'valid', settings: full });
  });

  it.each<[string, Partial<typeof rush>, Record<string, string>]>([
    ['no name', { name: ' ' }, { 'window:a:name': 'nameMissing' }],
    ['a long name', { name: 'x'.repeat(41) }, { 'window:a:name': 'nameTooLong' }],
    ['no day', { days: [] }, { 'window:a:days': 'daysMissing' }],
    ['no time', { from: '' }, { 'window:a:from': 'timeMissing' }],
    ['no such time', { to: '24:01' }, { 'window:a:to': 'timeMissing' }],
  ])('refuses a window with %s', (_, change, errors) => {
    expect(errorsOf({ windows: [{ ...rush, ...change }] })).toEqual(errors);
  });

  it('refuses windows that overlap, or share a name, on both', () => {
    const other = { ...rush, windowId: 'b', name: ' rush', from: '09:59', to: '12:00' };
    expect(errorsOf({ windows: [rush, other] })).toEqual({
      'window:a:name': 'nameTaken',
      'window:b:name': 'nameTaken',
      'window:a:time': 'overlap',
      'window:b:time': 'overlap',
    });
  });

  it('refuses overrides of nothing, of nowhere, of a window that is gone, and twice', () => {
    const said = { minBikes: '5' };
    expect(
      errorsOf({
        overrides: [
          { districtId: '1', windowId: null, values: { minBikes: ' ' } },
          { districtId: null, windowId: null, values: said },
          { districtId: '2', windowId: 'gone', values: said },
          { districtId: '3', windowId: null, values: said },
          { districtId: '3', windowId: null, values: said },
          { districtId: '4', windowId: null, values: { minBikes: '99', targetRatio: 'x' } },
        ],
      }),
    ).toEqual({
      'override:1@': 'overrideEmpty',
      'override:@': 'scopeMissing',
      'override:2@gone': 'windowGone',
      'override:3@': 'overrideTwice',
      'override:4@:minBikes': 'tooHigh',
      'override:4@:targetRatio': 'notNumber',
    });
  });

  it('takes no value that may not differ by place: how old a report may be is the feed’s', () => {
    const values = { minBikes: '5', staleAfterMin: '10' } as Record<string, string>;
    const parsed = parseSettingsDraft({
      ...plain,
      overrides: [{ districtId: '9', windowId: null, values }],
    });
    expect(parsed).toMatchObject({ settings: { overrides: [{ values: { minBikes: 5 } }] } });
    expect(JSON.stringify(parsed)).not.toContain('"staleAfterMin":10');
  });

  it('is recorded by what changed alone', () => {
    expect(auditedChanges(defaultSettings, full)).toMatchObject({
      before: { 'override:9@:minBikes': null, 'window:a': null },
      after: { 'override:9@:minBikes': 5, 'override:@a:targetRatio': 29 },
    });
    expect(auditedChanges(full, full)).toEqual({ before: {}, after: {} });
  });
});

describe('parseClock', () => {
  it.each([
    ['07:30', 450],
    ['7:30', 450],
    ['7h30', 450],
    ['18 h 05', 1085],
    ['7h', 420],
    ['24:00', 0],
    ['24:01', null],
    ['7', null],
    ['07:60', null],
    ['', null],
  ])('reads %j', (text, minutes) => {
    expect(parseClock(text)).toBe(minutes);
  });
});
