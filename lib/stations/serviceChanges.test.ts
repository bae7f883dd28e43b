import { describe, expect, it } from 'vitest';
import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from './cityColumns';
import { serviceChanges } from './serviceChanges';

const ALL = FLAG_INSTALLED | FLAG_RENTING | FLAG_RETURNING;
const kinds = (before: number, after: number) =>
  serviceChanges([{ at: 5, before, after }]).map(({ kind }) => kind);

describe('serviceChanges', () => {
  it('tells what people can do, not which flag the feed moved', () => {
    expect(kinds(ALL, FLAG_INSTALLED)).toEqual(['closed']);
    expect(kinds(ALL, FLAG_RENTING | FLAG_RETURNING)).toEqual(['closed']);
    expect(kinds(0, ALL)).toEqual(['opened']);
    expect(kinds(ALL, FLAG_INSTALLED | FLAG_RENTING)).toEqual(['returnsStopped']);
    expect(kinds(FLAG_INSTALLED | FLAG_RENTING, ALL)).toEqual(['returnsResumed']);
  });

  it('is silent on what changes nothing for people', () => {
    expect(kinds(0, FLAG_INSTALLED)).toEqual([]);
    expect(kinds(FLAG_INSTALLED, FLAG_INSTALLED | FLAG_RETURNING)).toEqual([]);
  });
});
