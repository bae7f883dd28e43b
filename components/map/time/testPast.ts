import type { CityView } from '@/lib/pipeline/cityView';
import { noChanges, type PastChunk } from '@/lib/pipeline/pastChunk';
import type { RulesSpan } from '@/lib/pipeline/rulesSpan';
import { testCity } from '../testCity';

/** A city of one station, whose bikes are as many as the minute of the hour. */
export function testPastView(at: number, baseId = 'one'): CityView {
  const { base, frame } = testCity([{ id: 'a', mechanical: minuteOf(at) }]);
  const past = {
    at,
    tier: 'changes',
    isUnobserved: false,
    thresholdsSavedAt: null,
    baseId,
  } as const;
  return { base, frame: { ...frame, past } };
}

/** The same city, to be played. */
export function testPastChunk(fromAt: number, toAt: number, baseId = 'one'): PastChunk {
  const { frame } = testPastView(fromAt);
  const changes = noChanges();
  for (let at = fromAt + 60; at < toAt; at += 60) {
    changes.at.push(at);
    changes.station.push(0);
    changes.numBikesAvailable.push(minuteOf(at));
    changes.numMechanicalAvailable.push(minuteOf(at));
    changes.numEbikesAvailable.push(0);
    changes.numDocksAvailable.push(9);
    changes.flags.push(7);
    changes.lastReportedAt.push(at);
  }
  const rules: RulesSpan = {
    ...{ fromAt, toAt, settingsVersion: 0, savedAt: null },
    rules: frame.rules,
  };
  return {
    ...{ fromAt, toAt, baseId, changes, tier: 'changes' },
    opening: frame.status,
    openingFetchedAt: fromAt,
    looks: { at: changes.at, medianReportedAt: changes.at },
    unobserved: [],
    rules: [rules],
  };
}

/** How many bikes a shown city has. */
export function bikesOf(view: CityView | null): number | null {
  return view?.frame.status.numBikesAvailable[0] ?? null;
}

function minuteOf(at: number): number {
  return Math.floor(at / 60) % 60;
}
