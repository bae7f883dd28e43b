import { createLoader, createSerializer } from 'nuqs/server';
import { describe, expect, it } from 'vitest';
import { type MapFilters, noFilters } from './mapFilters';
import { filtersFromUrl, filtersToUrl, mapUrlParsers, parseAsLocalMinute } from './mapUrl';

const load = createLoader(mapUrlParsers);
const write = createSerializer(mapUrlParsers);
const read = (search: string) => filtersFromUrl(load(new URLSearchParams(search)));

describe('the map in its address', () => {
  it('is plain when nothing is asked', () => {
    expect(write(filtersToUrl(noFilters))).toBe('');
    expect(read('')).toEqual(noFilters);
  });

  it('survives the way out and back, accents and all', () => {
    const asked: MapFilters = {
      query: 'Hôtel de Ville & Cie',
      severities: ['empty', 'critical'],
      districtId: '75104',
      cover: 'uncovered',
      bikes: 'noEbike',
      capacity: { min: 20, max: null },
      isInView: true,
    };
    expect(read(write(filtersToUrl(asked)))).toEqual(asked);
  });

  it('drops what it does not know and keeps the rest', () => {
    const odd = '?severity=empty,dreadful,empty&cover=maybe&bikes=9&docks=-&inView=so&q=gare';
    expect(read(odd)).toEqual({
      ...noFilters,
      query: 'gare',
      severities: ['empty'],
    });
  });

  it('knows a minute of the past, and no other text for one', () => {
    const { parse, serialize } = parseAsLocalMinute;
    expect(serialize(parse('2026-11-23T07:30')!)).toBe('2026-11-23T07:30');
    expect(parse('2026-10-25T01:30Z')).toBe('2026-10-25T01:30Z');
    for (const odd of ['yesterday', '2026-11-23', '07:30', '2026-02-30T10:00', '<b>'])
      expect(parse(odd)).toBeNull();
  });
});
