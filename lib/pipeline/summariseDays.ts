import { dayClockOf } from '@/lib/history/dayClock';
import type { DayLedgerStore } from '@/lib/history/dayLedgerStore';
import { type DaySources, summariseDay } from '@/lib/history/summariseDay';
import { type Clock, SECOND_MS } from '@/lib/units/clock';

export interface SummariseDeps extends DaySources {
  ledger: DayLedgerStore;
  timeZone: string;
  clock: Clock;
  /** Ends the work after the day in hand; what is left is due at the next call. */
  signal?: AbortSignal;
}

export interface SummariseResult {
  days: number;
  /** Day rows written, over all days. */
  stations: number;
}

/**
 * Summarises every local day that is due, the newest first: each day is stored whole, so a call
 * that was cut off is finished by the next one, and twice computed it is the same.
 */
export async function summariseDays(deps: SummariseDeps): Promise<SummariseResult> {
  const { ledger, timeZone, clock, signal } = deps;
  const result: SummariseResult = { days: 0, stations: 0 };
  for (const localDate of await ledger.readDueDays(timeZone, clock())) {
    if (signal?.aborted) break;
    result.stations += await summariseDueDay(deps, localDate);
    result.days++;
  }
  return result;
}

async function summariseDueDay(deps: SummariseDeps, localDate: string): Promise<number> {
  const day = dayClockOf(localDate, deps.timeZone);
  const computedAt = deps.clock().getTime() / SECOND_MS;
  const knownToAt = Math.min(day.toAt, computedAt);
  // Before the data: what is entered meanwhile makes the day due again.
  const lastFetchId = await deps.source.readLastFetchId(day);
  const { stations, districts } = await summariseDay(deps, day, knownToAt);
  const isPartial = knownToAt < day.toAt;
  await deps.ledger.storeDay(
    { localDate, knownToAt, isPartial, lastFetchId, computedAt },
    stations,
    districts,
  );
  return stations.length;
}
