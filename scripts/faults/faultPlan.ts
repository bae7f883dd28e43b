import { type Rng, seededRng } from '@/lib/units/rng';

/** What can be done to a running city. */
export const FAULTS = [
  'killWorker',
  'killWeb',
  'killQueue',
  'killPostgres',
  'flushQueue',
  'queueHangs',
  'postgresAway',
  'postgresHangs',
] as const;
export type FaultName = (typeof FAULTS)[number];

export interface PlannedFault {
  /** Seconds after the start of the run. */
  atS: number;
  fault: FaultName;
  /** How long it lasts, seconds; 0 for a kill. */
  lastsS: number;
  /** Which worker, for `killWorker`. */
  worker: number;
  /**
   * Milliseconds after the next answer of the feed, when a worker has it in hand and Postgres gets
   * it; null: whatever they do just then.
   */
  afterAnswerMs: number | null;
}

export interface PlanOptions {
  seed: number;
  durationS: number;
  workers: number;
  /** Faults of what is not there are left out. */
  faults: readonly FaultName[];
}

/** The first fault comes when the city has stored a few snapshots. */
const FIRST_AT_S = 6;
/** The last ones end this long before the run does, to see that all runs again by itself. */
const CALM_S = 6;
const PAUSE_S = { min: 0.5, max: 5 };
const LASTS_S: Partial<Record<FaultName, { min: number; max: number }>> = {
  postgresAway: { min: 7, max: 14 },
  postgresHangs: { min: 4, max: 9 },
  queueHangs: { min: 4, max: 9 },
};
/** Most kills of those who work hit them at work: a moment of fifty milliseconds every tick. */
const AT_WORK_SHARE = 0.7;
const AT_WORK_MS = 60;
/** While a server is away the next faults come on top of it as often as not. */
const OVERLAP_SHARE = 0.5;

/**
 * Which fault comes when: every kind once a round, in an order and at moments that the seed
 * decides, for as many rounds as fit.
 *
 * @param durationS of the run; a run too short for one round still gets what fits
 */
export function planFaults({ seed, durationS, workers, faults }: PlanOptions): PlannedFault[] {
  const rng = seededRng(seed);
  const plan: PlannedFault[] = [];
  let atS = FIRST_AT_S;
  const backAtS = { postgres: 0, queue: 0 };
  for (;;) {
    for (const fault of shuffled(faults, rng)) {
      const range = LASTS_S[fault];
      const lastsS = range ? between(range, rng) : 0;
      // A server cannot be taken away, or killed, where it is not.
      const server = SERVER[fault];
      if (server) atS = Math.max(atS, backAtS[server] + 1);
      if (atS + lastsS > durationS - CALM_S) return plan;
      const worker = Math.floor(rng() * workers);
      plan.push({ atS, fault, lastsS, worker, afterAnswerMs: momentOf(fault, rng) });
      if (server) backAtS[server] = atS + lastsS;
      const overlaps = rng() < OVERLAP_SHARE;
      atS = (overlaps ? atS : atS + lastsS) + between(PAUSE_S, rng);
    }
  }
}

/** Whose faults they are, for those of which one must be over before the next. */
const SERVER: Partial<Record<FaultName, 'postgres' | 'queue'>> = {
  killPostgres: 'postgres',
  postgresAway: 'postgres',
  postgresHangs: 'postgres',
  killQueue: 'queue',
  flushQueue: 'queue',
  queueHangs: 'queue',
};

function momentOf(fault: FaultName, rng: Rng): number | null {
  const isOfWork = fault === 'killWorker' || fault === 'killPostgres';
  return isOfWork && rng() < AT_WORK_SHARE ? Math.floor(rng() * AT_WORK_MS) : null;
}

/** Fisher and Yates. */
function shuffled<T>(items: readonly T[], rng: Rng): T[] {
  const result = [...items];
  for (let i = result.length - 1; i > 0; i--) {
    const j = Math.floor(rng() * (i + 1));
    [result[i], result[j]] = [result[j]!, result[i]!];
  }
  return result;
}

function between({ min, max }: { min: number; max: number }, rng: Rng): number {
  return Math.round((min + rng() * (max - min)) * 10) / 10;
}
