import { describe, expect, test } from 'vitest';
import { defaultAlertPreference } from './alertPreference';
import { deliveryFormOf, parseDeliveryForm } from './deliveryForm';
import { parseRuleForm } from './parseRuleForm';
import { newRuleForm, ruleFormOf } from './ruleFormOf';

describe('a rule', () => {
  test('comes back as it was saved', () => {
    const form = { ...newRuleForm, name: 'Rush', isTimed: true, area: 'districts' as const };
    const parsed = parseRuleForm({ ...form, districtIds: ['b', 'a'], days: [5, 1] });
    if (parsed.kind === 'invalid') throw new Error(JSON.stringify(parsed.problems));
    expect(parsed.draft.condition).toMatchObject({
      ...{ days: [1, 5], hours: { fromMin: 420, toMin: 600 }, lastingMin: 15 },
    });
    const again = ruleFormOf({ ...parsed.draft, ruleId: 'r', userId: 'u' });
    expect(parseRuleForm(again)).toEqual(parsed);
  });

  test('says everything that is wrong at once', () => {
    const form = {
      ...newRuleForm,
      name: ' ',
      lastingMin: '1.5',
      days: [],
      area: 'districts' as const,
    };
    expect(parseRuleForm({ ...form, isTimed: true, from: '', to: '25:00' })).toEqual({
      kind: 'invalid',
      problems: {
        name: 'nameMissing',
        lastingMin: 'lasting',
        districtIds: 'districtsMissing',
        days: 'daysMissing',
        hours: 'hoursMissing',
      },
    });
  });

  test('about the feed needs minutes in range', () => {
    const form = { ...newRuleForm, name: 'Feed', kind: 'deadFeed' as const };
    expect(parseRuleForm({ ...form, silentMin: '4' }).kind).toBe('invalid');
    expect(parseRuleForm({ ...form, silentMin: '5' }).kind).toBe('valid');
  });
});

describe('delivery', () => {
  const form = deliveryFormOf(defaultAlertPreference);
  const problemOf = (webhookUrl: string, trusted: string[] = []) => {
    const parsed = parseDeliveryForm({ ...form, webhookUrl }, trusted);
    return parsed.kind === 'invalid' ? parsed.problems.webhookUrl : null;
  };

  test.each([
    ['', null],
    ['https://hooks.example.org/x', null],
    ['http://hooks.example.org/x', 'notHttps'],
    ['ftp://hooks.example.org', 'notUrl'],
    ['javascript:alert(1)', 'notUrl'],
    ['hooks', 'notUrl'],
    ['https://me:secret@hooks.example.org', 'credentials'],
    ['https://127.0.0.1/x', 'privateAddress'],
    ['https://[::1]/x', 'privateAddress'],
    ['https://0x7f.1/x', 'privateAddress'],
    ['https://169.254.169.254/latest', 'privateAddress'],
    [`https://example.org/${'x'.repeat(500)}`, 'tooLong'],
  ])('%s: %s', (url, problem) => expect(problemOf(url)).toBe(problem));

  test('what the configuration trusts may be private and plain', () => {
    expect(problemOf('http://127.0.0.1:9000/x', ['127.0.0.1:9000'])).toBe(null);
    expect(problemOf('http://127.0.0.1:9001/x', ['127.0.0.1:9000'])).toBe('notHttps');
  });

  test('quiet hours need two different times', () => {
    const quiet = { ...form, isQuiet: true, from: '22:00' };
    expect(parseDeliveryForm({ ...quiet, to: '22:00' }, [])).toMatchObject({
      problems: { hours: 'hoursEqual' },
    });
    expect(parseDeliveryForm({ ...quiet, to: '06:00' }, [])).toMatchObject({
      preference: { quietHours: { fromMin: 1320, toMin: 360 } },
    });
  });
});
