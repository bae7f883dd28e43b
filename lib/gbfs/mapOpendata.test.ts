import { describe, expect, it } from 'vitest';
import { FETCHED_AT, manyOf, opendataStatus } from './feedSamples';
import { mapOpendataStations, mapOpendataStatus, type OpendataContext } from './mapOpendata';

const context: OpendataContext = {
  fetchedAt: FETCHED_AT,
  maxBadShare: 0.2,
  stationIdByCode: new Map([['16107', '213688169']]),
};

describe('mapOpendataStatus', () => {
  it('reads OUI and NON, dates with offsets, and joins on the code', () =>
    expect(mapOpendataStatus([opendataStatus()], context)).toMatchObject({
      kind: 'accepted',
      value: {
        source: 'opendata',
        lastUpdatedAt: null,
        medianReportedAt: new Date('2026-03-02T06:58:30Z'),
        stations: [
          {
            stationId: '213688169',
            numBikesAvailable: 4,
            numMechanicalAvailable: 3,
            numEbikesAvailable: 1,
            numDocksAvailable: 30,
            isInstalled: true,
            isRenting: true,
            isReturning: false,
            lastReportedAt: new Date('2026-03-02T06:58:30Z'),
          },
        ],
      },
    }));

  it('leaves out codes nobody knows, which is no fault of the source', () => {
    const strangers = manyOf(9, (i) => opendataStatus({ stationcode: `9${i}` }));
    const mapped = mapOpendataStatus([opendataStatus(), ...strangers], context);
    expect(mapped).toMatchObject({ kind: 'accepted', detail: { skipped: { unknownCode: 9 } } });
  });

  it('refuses where nothing can be joined, as before the first station fetch', () =>
    expect(
      mapOpendataStatus([opendataStatus()], { ...context, stationIdByCode: new Map() }),
    ).toMatchObject({ kind: 'refused', reason: 'nothingJoined' }));

  it.each([
    ['badCount', { numbikesavailable: -4 }],
    ['badCount', { ebike: 'three' }],
    ['badFlag', { is_renting: 'PEUT-ETRE' }],
    ['badTime', { duedate: 'hier' }],
    ['badId', { stationcode: null }],
  ])('counts %s: %j', (reason, overrides) =>
    expect(mapOpendataStatus([opendataStatus(overrides)], context)).toMatchObject({
      kind: 'refused',
      reason: 'tooManyBad',
      detail: { skipped: { [reason]: 1 } },
    }),
  );

  it('refuses a page of records in place of an export', () =>
    expect(
      mapOpendataStatus({ total_count: 1, results: [opendataStatus()] }, context),
    ).toMatchObject({ kind: 'refused', reason: 'badEnvelope' }));
});

describe('mapOpendataStations', () => {
  it('maps names, places and capacities', () =>
    expect(mapOpendataStations([opendataStatus()], context)).toMatchObject({
      value: [
        {
          stationId: '213688169',
          stationCode: '16107',
          name: 'Benjamin Godard - Victor Hugo',
          lat: 48.865983,
          lon: 2.275725,
          capacity: 35,
        },
      ],
    }));

  it('refuses a station without a place', () =>
    expect(mapOpendataStations([opendataStatus({ coordonnees_geo: null })], context)).toMatchObject(
      { detail: { skipped: { badPosition: 1 } } },
    ));
});
