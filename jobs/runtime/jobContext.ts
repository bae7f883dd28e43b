import type pg from 'pg';
import type { ObjectStore } from '@/lib/archive/objectStore';
import type { Env } from '@/lib/env/env';
import type { FeedClient } from '@/lib/gbfs/feedClient';
import type { Log } from '@/lib/log/log';
import type { AvailabilityOptions, AvailabilityResult } from '@/lib/pipeline/ingestAvailability';
import type { CityLoader } from '@/lib/pipeline/loadCity';
import type { DistrictStore } from '@/lib/stations/districtStore';
import type { IngestStore } from '@/lib/stations/ingestStore';
import type { StationStore } from '@/lib/stations/stationStore';
import type { Clock } from '@/lib/units/clock';
import type { JobName } from './jobName';
import type { IsPaused } from './pauses';

/** What job handlers work with: made once a process by the composition root. */
export interface JobContext {
  env: Env;
  systemId: string;
  workerId: string;
  pool: pg.Pool;
  feed: FeedClient;
  /** null unless a simulated city stands in for a live feed. */
  liveFeed: FeedClient | null;
  archive: ObjectStore;
  ingest: IngestStore;
  stations: StationStore;
  districts: DistrictStore;
  /** The judged city, kept from run to run as long as it is the newest. */
  city: CityLoader;
  ingestAvailability(options: AvailabilityOptions): Promise<AvailabilityResult>;
  ingestSystem(): Promise<void>;
  /** Stores what waits on this machine's disk, so that the change log is complete. */
  completeHistory(): Promise<void>;
  /** Asks for a run of a job now. Several asks while one waits make one run. */
  enqueue(name: JobName, payload?: object): Promise<void>;
  isPaused: IsPaused;
  /** How many fetches wait on this machine's disk for the database. */
  countSpooled(): Promise<number>;
  clock: Clock;
  log: Log;
  /** Aborted when the process is to end. */
  signal: AbortSignal;
}
