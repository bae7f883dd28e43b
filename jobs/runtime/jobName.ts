/**
 * `ingest`: short work that waits for others. `compute`: training and planning, so that slow work
 * never starves a tick.
 */
export const QUEUE_NAMES = ['ingest', 'compute'] as const;
export type QueueName = (typeof QUEUE_NAMES)[number];

/** Every job there is. jobs/registry.ts must register each: a forgotten one does not compile. */
export type JobName =
  | 'fetch-availability'
  | 'fetch-stations'
  | 'fetch-vehicles'
  | 'fetch-districts'
  | 'estimate-phantoms'
  | 'archive-hour'
  | 'compact-archive'
  | 'summarise-days'
  | 'probe-live-feed'
  | 'pack-insights'
  | 'prune-history'
  | 'evaluate-alerts'
  | 'deliver-alerts';
