import { describe, expect, it } from 'vitest';
import { testCity } from '../testCity';
import { districtAndChildren, filterStations, stationsByRank } from './filterStations';
import { activeFilters, loosen, type MapFilters, noFilters } from './mapFilters';
import { buildHaystacks } from './stationSearch';

const districts = [
  { districtId: 'q1', level: 2, parentId: 'a4', code: null, name: 'Saint-Merri' },
  { districtId: 'a4', level: 1, parentId: null, code: '4', name: 'Hôtel-de-Ville' },
  { districtId: 'a5', level: 1, parentId: null, code: '5', name: 'Panthéon' },
];
const city = testCity(
  [
    {
      id: '10',
      name: 'Sacré-Cœur',
      code: '00031',
      severity: 'empty',
      shortage: 6,
      districtId: 'a5',
    },
    {
      id: '11',
      name: 'Rivoli',
      severity: 'critical',
      shortage: 3,
      covered: 1,
      districtId: 'q1',
      ebikes: 1,
    },
    {
      id: '12',
      name: 'Écoles',
      severity: 'low',
      shortage: 1,
      districtId: 'a5',
      mechanical: 3,
      ebikes: 0,
    },
    { id: '13', name: 'Gare', severity: 'ok', districtId: 'a4', mechanical: 0, ebikes: 9 },
    { id: '14', name: 'Relais', code: '31024_relais', severity: 'unknown' },
  ],
  { districts },
);
const found = (change: Partial<MapFilters>) =>
  filterStations(city, { ...noFilters, ...change }, () => buildHaystacks(city.base)).indexes;

describe('filterStations', () => {
  it('shows all, worst first, when nothing is asked, without touching the search texts', () => {
    const neverAsked = () => {
      throw new Error('folded for nothing');
    };
    expect(filterStations(city, noFilters, neverAsked).indexes).toEqual([0, 1, 2, 3, 4]);
  });

  it('finds words by their beginnings, whatever the accents, case and hyphens', () => {
    expect(found({ query: 'SACRE coeur' })).toEqual([0]);
    expect(found({ query: 'ecol' })).toEqual([2]);
    expect(found({ query: 'hotel de ville' })).toEqual([1, 3]);
    expect(found({ query: '31024' })).toEqual([4]);
    expect(found({ query: '00031' })).toEqual([0]);
    expect(found({ query: 'oeur' })).toEqual([]);
  });

  it('takes docks from one end to the other, both included, and never an unknown number', () => {
    const sized = testCity([
      { id: '1', capacity: 10 },
      { id: '2', capacity: 20 },
      { id: '3', capacity: 40 },
      { id: '4', capacity: null },
    ]);
    const of = (capacity: MapFilters['capacity']) =>
      filterStations(sized, { ...noFilters, capacity }, () => []).indexes;
    expect(of({ min: 20, max: 40 })).toEqual([1, 2]);
    expect(of({ min: null, max: 19 })).toEqual([0]);
    expect(of({ min: 21, max: null })).toEqual([2]);
    expect(of({ min: 0, max: null })).toEqual([0, 1, 2]);
  });

  it('follows the map only when asked to, and only once it is known where it stands', () => {
    const box = { west: 2.3, east: 2.4, south: 48.8, north: 48.9 };
    const placed = testCity([
      { id: '1', lat: 48.85, lon: 2.35, severity: 'low' },
      { id: '2', lat: 48.95, lon: 2.35 },
    ]);
    const inView = { ...noFilters, isInView: true };
    expect(filterStations(placed, inView, () => [], box)).toMatchObject({
      indexes: [0],
      counts: { low: 1, ok: 0 },
    });
    expect(filterStations(placed, inView, () => []).indexes).toEqual([0, 1]);
    expect(filterStations(placed, noFilters, () => [], box).indexes).toEqual([0, 1]);
  });

  it.each(['9e', '9eme', '9th', '9e arrondissement', '9e ardt', 'opera'])(
    'finds the 9th arrondissement of Paris by “%s”',
    (query) => {
      const paris = testCity(
        [
          { id: '1', districtId: 'q' },
          { id: '2', districtId: 'a19' },
        ],
        {
          districts: [
            { districtId: 'a9', level: 1, parentId: null, code: '9', name: '9ème Ardt (Opéra)' },
            { districtId: 'q', level: 2, parentId: 'a9', code: '33', name: 'Saint-Georges' },
            { districtId: 'a19', level: 1, parentId: null, code: '19', name: '19e arrondissement' },
          ],
        },
      );
      const asked = { ...noFilters, query };
      expect(filterStations(paris, asked, () => buildHaystacks(paris.base)).indexes).toEqual([0]);
    },
  );

  it('takes a district with the districts inside it', () => {
    expect(found({ districtId: 'a4' })).toEqual([1, 3]);
    expect(found({ districtId: 'q1' })).toEqual([1]);
    expect(found({ districtId: 'nowhere' })).toEqual([]);
  });

  it('asks about cover only where bikes are short', () => {
    expect(found({ cover: 'covered' })).toEqual([1]);
    expect(found({ cover: 'uncovered' })).toEqual([0, 2]);
  });

  it('does not count a missing count as none', () => {
    expect(found({ bikes: 'ebike' })).toEqual([1, 3]);
    expect(found({ bikes: 'noEbike' })).toEqual([2]);
    expect(found({ bikes: 'noMechanical' })).toEqual([3]);
  });

  it('counts each severity as if it were not filtered itself', () => {
    const { indexes, counts } = filterStations(
      city,
      { ...noFilters, severities: ['low'], districtId: 'a5' },
      () => [],
    );
    expect(indexes).toEqual([2]);
    expect(counts).toEqual({ empty: 1, critical: 0, low: 1, ok: 0, unknown: 0 });
  });
});

describe('the pieces', () => {
  it('inverts ranks', () => expect(stationsByRank([2, 0, 1])).toEqual([1, 2, 0]));

  it('follows parents through any order of levels', () => {
    const chain = [
      { districtId: 'c', level: 3, parentId: 'b', code: null, name: '' },
      { districtId: 'b', level: 2, parentId: 'a', code: null, name: '' },
    ];
    expect(districtAndChildren(chain, 'a')).toEqual(new Set(['a', 'b', 'c']));
  });

  it('names what narrows the view and lets one thing go', () => {
    const asked: MapFilters = { ...noFilters, query: ' x ', severities: ['low'] };
    expect(activeFilters(asked)).toEqual(['query', 'severities']);
    expect(activeFilters(loosen(asked, 'query'))).toEqual(['severities']);
    expect(activeFilters({ ...noFilters, query: '  ' })).toEqual([]);
  });
});
