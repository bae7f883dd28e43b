import type { AlertCity, AlertStation } from './alertCity';
import type { ShortageCondition } from './alertCondition';
import { WEEK } from './dayWindow';

/** A rule that finds every empty station at once; tests change what they are about. */
export const anyEmpty: ShortageCondition = {
  kind: 'shortage',
  districtIds: [],
  severity: 'empty',
  uncoveredOnly: false,
  lastingMin: 0,
  days: [...WEEK],
  hours: null,
};

export function alertStation(stationId: string, part: Partial<AlertStation> = {}): AlertStation {
  return {
    stationId,
    name: `Station ${stationId}`,
    districtIds: ['q1', 'a9'],
    districtName: '9th',
    severity: 'ok',
    isCovered: false,
    usableBikes: 5,
    ...part,
  };
}

/** A city in Paris, confirmed and reported at one instant. */
export function alertCity(
  at: Date,
  stations: readonly AlertStation[],
): AlertCity & { confirmedAt: Date } {
  return { confirmedAt: at, medianReportedAt: at, timezone: 'Europe/Paris', stations };
}
