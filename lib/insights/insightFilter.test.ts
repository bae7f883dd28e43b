import { expect, test } from 'vitest';
import { DEFAULT_FILTER, insightFilterParams, insightFilterSchema } from './insightFilter';
import { periodOf, stretchesOfDays } from './periodOf';

test('an address without a question asks for weekday mornings of four weeks', () => {
  expect(DEFAULT_FILTER).toMatchObject({ days: 28, kind: 'weekday', fromH: 7, toH: 10 });
  expect(insightFilterParams(DEFAULT_FILTER).toString()).toBe('');
});

test('a filter comes back from its address', () => {
  const filter = insightFilterSchema.parse({
    from: '2022-05-12',
    to: '2022-06-09',
    kind: 'every',
    fromH: '0',
    toH: '24',
    district: 'quartier 3',
    by: 'days',
    show: 'lost',
  });
  const params = Object.fromEntries(insightFilterParams(filter));
  expect(insightFilterSchema.parse(params)).toEqual(filter);
});

test.each([
  { fromH: '10', toH: '10' },
  { toH: '25' },
  { from: '2022-05-12' },
  { from: '2022-02-30', to: '2022-03-02' },
  { from: '2022-06-09', to: '2022-05-12' },
  { from: '2020-01-01', to: '2026-01-01' },
  { days: '0' },
  { kind: 'holiday' },
  { district: ['a', 'b'] },
])('%j makes no sense', (query) => {
  expect(insightFilterSchema.safeParse(query).success).toBe(false);
});

test('a period ends with the newest day there is, whenever that was', () => {
  const dates = ['2022-05-12', '2022-05-13', '2022-06-09'];
  expect(periodOf({ days: 7 }, dates)).toEqual({ from: '2022-06-03', to: '2022-06-09' });
  expect(periodOf({ days: 7, from: '2022-05-01', to: '2022-05-20' }, dates)).toEqual({
    from: '2022-05-01',
    to: '2022-05-20',
  });
  expect(periodOf({ days: 7 }, [])).toBeNull();
});

test('an old recording is a stretch of its own', () => {
  const dates = ['2022-05-12', '2022-05-14', '2026-11-22', '2026-11-23'];
  expect(stretchesOfDays(dates)).toEqual([
    { from: '2026-11-22', to: '2026-11-23' },
    { from: '2022-05-12', to: '2022-05-14' },
  ]);
});
