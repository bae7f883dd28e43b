import { expect, it } from 'vitest';
import { newSandboxForm, parseSandboxForm } from './sandboxForm';

const NOW_AT = Date.parse('2026-11-23T12:00:00Z') / 1_000;
const parse = (change: Partial<typeof newSandboxForm>) =>
  parseSandboxForm({ ...newSandboxForm, ...change }, 'Europe/Paris', NOW_AT);

it('asks for a week and a quarter of an hour where nothing was chosen', () => {
  expect(parse({})).toEqual({
    asked: { period: { kind: 'last', days: 7 }, lastingMin: 15 },
    errors: {},
  });
});

it('asks for own dates', () => {
  const { asked } = parse({ period: 'own', from: '2022-05-16', to: '2022-05-22' });
  expect(asked?.period).toEqual({ kind: 'days', from: '2022-05-16', to: '2022-05-22' });
});

it('says everything that is wrong at once', () => {
  expect(parse({ period: 'own', from: '', to: '2022-05-22', lastingMin: 'x' })).toEqual({
    asked: null,
    errors: { period: 'dates', lastingMin: 'lasting' },
  });
});
