/** Small answers in each dialect, for tests. Times are around FETCHED_AT. */
export const FETCHED_AT = new Date('2026-03-02T07:00:00Z');
export const NOW_S = FETCHED_AT.getTime() / 1000;

/** A station's status in Vélib's dialect; overrides replace whole fields. */
export function velibStatus(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    stationCode: '16107',
    station_id: 213688169,
    num_bikes_available: 5,
    numBikesAvailable: 5,
    num_bikes_available_types: [{ mechanical: 2 }, { ebike: 3 }],
    num_docks_available: 30,
    numDocksAvailable: 30,
    is_installed: 1,
    is_returning: 1,
    is_renting: 1,
    last_reported: NOW_S - 60,
    ...overrides,
  };
}

/** A station's description in Vélib's dialect. */
export function velibStation(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    station_id: 213688169,
    name: 'Benjamin Godard - Victor Hugo',
    lat: 48.865983,
    lon: 2.275725,
    capacity: 35,
    stationCode: '16107',
    ...overrides,
  };
}

/** A row of the fallback's status export. */
export function opendataStatus(overrides: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    stationcode: '16107',
    name: 'Benjamin Godard - Victor Hugo',
    is_installed: 'OUI',
    capacity: 35,
    numdocksavailable: 30,
    numbikesavailable: 4,
    mechanical: 3,
    ebike: 1,
    is_renting: 'OUI',
    is_returning: 'NON',
    duedate: '2026-03-02T07:58:30+01:00',
    coordonnees_geo: { lon: 2.275725, lat: 48.865983 },
    ...overrides,
  };
}

/** Vélib's envelope: `lastUpdatedOther`, no `last_updated`, no `version`, a ttl of an hour. */
export function velibFile(data: unknown, overrides: Record<string, unknown> = {}): unknown {
  return { lastUpdatedOther: NOW_S - 30, ttl: 3600, data, ...overrides };
}

/** `count` entries made by `make`, each with an id of its own. */
export function manyOf<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}
