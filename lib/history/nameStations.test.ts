import { describe, expect, it } from 'vitest';
import type { KnownStation } from '@/lib/stations/stationEvents';
import { type DescribedStation, eventsSince, nameStations } from './nameStations';

function known(stationId: string, over: Partial<KnownStation> = {}): KnownStation {
  const place = { name: `S ${stationId}`, lat: 48.86, lon: 2.35, capacity: 20 };
  return { stationId, stationCode: null, ...place, isRemoved: false, ...over };
}

function described(over: Partial<DescribedStation>): DescribedStation {
  const place = { name: 'Then', lat: 48.86, lon: 2.35, capacity: 22 };
  return { stationId: null, stationCode: null, ...place, ...over };
}

const city = (...stations: KnownStation[]) =>
  new Map(stations.map((station) => [station.stationId, station]));

describe('the stations of a recording', () => {
  it('are found by id and by code, one in service before one that is gone', () => {
    const here = city(
      known('1', { stationCode: '16107' }),
      known('2', { stationCode: '9020', isRemoved: true }),
      known('3', { stationCode: '9020' }),
      known('4', { stationCode: '9020', isRemoved: true }),
    );
    const { named, unknown } = nameStations(['16107', '9020', '4', '31024_relais'], here, []);
    expect(named.map(({ station, stationId }) => [station, stationId])).toEqual([
      ['16107', '1'],
      ['9020', '3'],
      ['4', '4'],
    ]);
    expect(unknown).toEqual(['31024_relais']);
  });

  it('are made from the description where nothing here knows them, under its id or their code', () => {
    const names = nameStations(['7', '8', '9'], city(known('77')), [
      described({ stationCode: '7', stationId: '77' }),
      described({ stationCode: '8', stationId: '88' }),
      described({ stationCode: '9' }),
    ]);
    expect(names.named.map(({ stationId }) => stationId)).toEqual(['77', '88', '9']);
    expect([...names.created.keys()]).toEqual(['88', '9']);
    expect(names.created.get('9')).toMatchObject({
      stationId: '9',
      stationCode: '9',
      capacity: 22,
    });
  });

  it('tell what became of them since; the recording’s word on docks counts before the file’s', () => {
    const here = city(known('1', { stationCode: 'a', capacity: 30, lat: 48.87 }), known('2'));
    const names = nameStations(['a', '2'], here, [described({ stationCode: 'a', name: 'S 1' })]);
    const said = { stationId: '1', atMs: 0, capacity: 25, before: null };
    expect(eventsSince(names, here, [said])).toEqual([
      {
        stationId: '1',
        kind: 'moved',
        before: { lat: 48.86, lon: 2.35 },
        after: { lat: 48.87, lon: 2.35 },
      },
      { stationId: '1', kind: 'resized', before: { capacity: 25 }, after: { capacity: 30 } },
    ]);
  });
});
