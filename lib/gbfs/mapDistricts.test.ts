import { describe, expect, it } from 'vitest';
import { joinDistricts } from './joinDistricts';
import { mapDistricts } from './mapDistricts';

const geometry = {
  type: 'Polygon',
  coordinates: [
    [
      [2.3, 48.8],
      [2.4, 48.8],
      [2.4, 48.9],
      [2.3, 48.8],
    ],
  ],
};
const collection = (...properties: Record<string, unknown>[]) => ({
  type: 'FeatureCollection',
  features: properties.map((p) => ({ type: 'Feature', properties: p, geometry })),
});
const districtsOf = (json: unknown, level = 1) => {
  const mapped = mapDistricts(json, { level, maxBadShare: 0.2 });
  if (mapped.kind === 'refused') throw new Error(mapped.message);
  return mapped;
};

const arrondissement = { c_ar: 10, c_arinsee: 75110, l_ar: '10ème Ardt', l_aroff: 'Entrepôt' };
const quartier = { n_sq_qu: '750000037', c_qu: '37', l_qu: 'Saint-Vincent-de-Paul', c_ar: 10 };

describe('mapDistricts', () => {
  it("reads Paris's arrondissements and quartiers", () => {
    expect(districtsOf(collection(arrondissement)).value).toEqual([
      {
        districtId: '1-10',
        level: 1,
        parentId: null,
        code: '10',
        name: '10ème Ardt (Entrepôt)',
        geometry,
      },
    ]);
    expect(districtsOf(collection(quartier), 2).value).toEqual([
      {
        districtId: '2-37',
        level: 2,
        parentId: '1-10',
        code: '37',
        name: 'Saint-Vincent-de-Paul',
        geometry,
      },
    ]);
  });

  it('reads two levels of one file, where features say theirs', () => {
    const json = collection(
      { c_ar: 1, l_ar: '1er arrondissement', level: 1 },
      { c_qu: '2', l_qu: 'Quartier', c_ar: 1, level: 2 },
    );
    expect(districtsOf(json).value.map((d) => [d.districtId, d.parentId, d.name])).toEqual([
      ['1-1', null, '1er arrondissement'],
      ['2-2', '1-1', 'Quartier'],
    ]);
  });

  it("reads another city's plain names, and ids of the feature itself", () => {
    expect(districtsOf(collection({ id: 'n', code: 'N', name: 'North' })).value).toMatchObject([
      { districtId: '1-n', code: 'N', name: 'North' },
    ]);
    const json = { features: [{ id: 7, properties: { nom: 'Sud' }, geometry }] };
    expect(districtsOf(json).value).toMatchObject([{ districtId: '1-7', code: null, name: 'Sud' }]);
  });

  it.each([
    ['badId', { name: 'x' }, geometry],
    ['badName', { id: 1 }, geometry],
    ['badGeometry', { id: 1, name: 'x' }, { type: 'Point', coordinates: [2, 48] }],
    ['badGeometry', { id: 1, name: 'x' }, null],
  ])('counts %s', (reason, properties, shape) =>
    expect(
      mapDistricts({ features: [{ properties, geometry: shape }] }, { level: 1, maxBadShare: 0.2 }),
    ).toMatchObject({ kind: 'refused', detail: { skipped: { [reason]: 1 } } }),
  );

  it('refuses what is no collection', () =>
    expect(mapDistricts({ type: 'Topology' }, { level: 1, maxBadShare: 0.2 })).toMatchObject({
      reason: 'badEnvelope',
    }));
});

describe('joinDistricts', () => {
  const coarse = districtsOf(collection(arrondissement));
  const fine = districtsOf(collection(quartier), 2);

  it('keeps a parent that is there', () =>
    expect(joinDistricts([coarse, fine]).value.map((d) => d.parentId)).toEqual([null, '1-10']));
  it('drops a parent that is not', () =>
    expect(joinDistricts([fine]).value.map((d) => d.parentId)).toEqual([null]));
});
