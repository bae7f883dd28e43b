import { describe, expect, it } from 'vitest';
import { FETCHED_AT, NOW_S } from './feedSamples';
import {
  isCount,
  readFlag,
  readId,
  readLocalizedText,
  readPosition,
  readReportTime,
  readText,
} from './fields';

describe('readId', () => {
  it.each([
    [213688169, '213688169'],
    [10_000_000_001, '10000000001'],
    ['0042', '0042'],
    ['31024_relais', '31024_relais'],
    [0, '0'],
  ])('keeps %j as the text %j', (value, id) => expect(readId(value)).toBe(id));

  it.each([[2 ** 53], [1.5], [-3], [Number.NaN], [''], ['  '], [null], [undefined], [{}], [true]])(
    'refuses %j',
    (value) => expect(readId(value)).toBeNull(),
  );
});

describe('readText', () => {
  it('trims, and takes out what Postgres or a table row cannot hold', () =>
    expect(readText(' Rue\u0000de\nParis ')).toBe('Rue de Paris'));
  it('refuses a text of absurd length', () => expect(readText('x'.repeat(501))).toBeNull());
  it('reads the first usable name of a localized list', () =>
    expect(readLocalizedText([{ language: 'fr' }, { text: 'Gare', language: 'fr' }])).toBe('Gare'));
});

describe('isCount', () => {
  it.each([0, 1, 32_767])('takes %d', (value) => expect(isCount(value)).toBe(true));
  it.each([[-1], [1.5], [32_768], [1e300], [Number.NaN], ['3'], [null], [true]])(
    'refuses %j',
    (value) => expect(isCount(value)).toBe(false),
  );
});

describe('readFlag', () => {
  it.each([[1], [true], ['OUI']])('reads %j as yes', (v) => expect(readFlag(v)).toBe(true));
  it.each([[0], [false], ['NON']])('reads %j as no', (v) => expect(readFlag(v)).toBe(false));
  it.each([[null], [undefined], [2], ['yes'], ['1']])('does not guess %j', (v) =>
    expect(readFlag(v)).toBeNull(),
  );
});

describe('readReportTime', () => {
  const read = (value: unknown) => readReportTime(value, FETCHED_AT);

  it.each([
    [NOW_S - 60],
    [(NOW_S - 60) * 1000],
    ['2026-03-02T06:59:00Z'],
    ['2026-03-02T07:59:00+01:00'],
    ['2026-03-02T06:59:00.000Z'],
  ])('reads %j', (value) => expect(read(value)).toEqual(new Date('2026-03-02T06:59:00Z')));

  it.each([[86_400], [0], [null], [undefined], ['1970-01-02T00:00:00Z']])(
    'reads %j as never',
    (value) => expect(read(value)).toBeNull(),
  );
  it('keeps a report of years ago', () => expect(read(1_526_000_000)).toBeInstanceOf(Date));
  it.each([[-5], [1e300], [NOW_S + 2 * 86_400], ['yesterday'], ['2026-02-31'], [{}], [true]])(
    'finds %j bad',
    (value) => expect(read(value)).toBe('bad'),
  );
});

describe('readPosition', () => {
  it('reads a place', () => expect(readPosition(48.8, 2.3)).toEqual({ lat: 48.8, lon: 2.3 }));
  it.each([
    [0, 0],
    [91, 2],
    [48, 181],
    [null, 2],
    ['48.8', '2.3'],
    [Number.NaN, 2],
  ])('refuses %j, %j', (lat, lon) => expect(readPosition(lat, lon)).toBeNull());
});
