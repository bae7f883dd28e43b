import type { OwnVehicle } from '@/lib/stations/station';
import { type FeedContext, fullPlan } from './feedContext';
import { FeedProblem } from './feedProblem';
import type { DocumentAnswer } from './fetchDocument';
import type { GbfsSource } from './fetchGbfs';
import type { FetchTrace } from './fetchTrace';
import { mapVehicles } from './mapVehicles';
import type { TtlGate } from './ttlGate';

/** The own fleet's system, and until when its last answer holds. */
export interface Fleet {
  source: GbfsSource;
  ttl: TtlGate;
}

/**
 * Own vehicles in the street; `unchanged` without a request while the feed's ttl runs.
 *
 * @throws FeedProblem
 */
export async function fetchVehicles(
  context: FeedContext,
  trace: FetchTrace,
  fleet: Fleet | null,
): Promise<DocumentAnswer<OwnVehicle[]>> {
  if (!fleet) throw new FeedProblem('notConfigured', 'No vehicle feed is configured');
  const { deps, config } = context;
  if (fleet.ttl.isRunning(deps.clock())) return { outcome: 'unchanged' };
  const plan = fullPlan(context, trace);
  const vehicleTypes = await fleet.source.fetchVehicleTypes(trace, plan);
  const { maxBadShare, vehicleKind: defaultKind } = config;
  const answer = await fleet.source.fetchFile({
    names: ['vehicle_status', 'free_bike_status'],
    map: (json, fetchedAt) =>
      mapVehicles(json, { fetchedAt, maxBadShare, vehicleTypes, defaultKind }),
    trace,
    plan,
  });
  if (answer.outcome === 'fetched') fleet.ttl.start(answer.detail.ttlS, deps.clock());
  return answer;
}
