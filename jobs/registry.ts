import { archiveHour } from './definitions/archiveHour';
import { compactArchive } from './definitions/compactArchive';
import { deliverAlerts } from './definitions/deliverAlerts';
import { estimatePhantoms } from './definitions/estimatePhantoms';
import { evaluateAlerts } from './definitions/evaluateAlerts';
import { fetchAvailability } from './definitions/fetchAvailability';
import { fetchDistricts } from './definitions/fetchDistricts';
import { fetchStations } from './definitions/fetchStations';
import { fetchVehicles } from './definitions/fetchVehicles';
import { packInsights } from './definitions/packInsights';
import { probeLiveFeed } from './definitions/probeLiveFeed';
import { pruneHistory } from './definitions/pruneHistory';
import { summariseDays } from './definitions/summariseDays';
import type { JobDefinition } from './runtime/jobDefinition';
import type { JobName } from './runtime/jobName';

/** Every job under its own name: a missing or misnamed one does not compile. */
export const registry = {
  'fetch-availability': fetchAvailability,
  'fetch-stations': fetchStations,
  'fetch-vehicles': fetchVehicles,
  'fetch-districts': fetchDistricts,
  'estimate-phantoms': estimatePhantoms,
  'archive-hour': archiveHour,
  'compact-archive': compactArchive,
  'summarise-days': summariseDays,
  'probe-live-feed': probeLiveFeed,
  'pack-insights': packInsights,
  'prune-history': pruneHistory,
  'evaluate-alerts': evaluateAlerts,
  'deliver-alerts': deliverAlerts,
} as const satisfies { [Name in JobName]: JobDefinition & { name: Name } };

/** @throws when there is no such job: the message lists those there are */
export function jobNamed(name: string): JobDefinition {
  const found = Object.values<JobDefinition>(registry).find((job) => job.name === name);
  if (!found)
    throw new Error(`There is no job "${name}". Jobs: ${Object.keys(registry).join(', ')}`);
  return found;
}
