import type { PhantomStore } from '@/lib/stations/phantomStore';
import { estimatePhantoms, PHANTOM_WINDOW_H } from '@/lib/stations/phantoms';
import { type Clock, HOUR_MS } from '@/lib/units/clock';

/** Estimates anew, from the change log, how many bikes never leave each station. */
export async function refreshPhantoms(
  store: PhantomStore,
  clock: Clock,
): Promise<{ stations: number; phantomBikes: number }> {
  const nowAt = clock();
  const fromAt = new Date(nowAt.getTime() - PHANTOM_WINDOW_H * HOUR_MS);
  const estimates = estimatePhantoms(await store.readWindows(fromAt, nowAt));
  await store.storeEstimates(estimates, nowAt);
  const phantomBikes = estimates.reduce((sum, estimate) => sum + estimate.phantomBikes, 0);
  return { stations: estimates.length, phantomBikes };
}
