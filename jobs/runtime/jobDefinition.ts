import type { z } from 'zod';
import type { Env } from '@/lib/env/env';
import type { JobContext } from './jobContext';
import type { JobName, QueueName } from './jobName';

/** What a job tells of its run: goes to the log and to `npm run job`. */
export type JobResult = Record<string, unknown>;

/** One job, declared in one place. */
export interface JobDefinition<Payload = unknown> {
  name: JobName;
  queue: QueueName;
  /** Cron in UTC, five fields or six with seconds first; or how the configuration makes it. */
  schedule: string | ((env: Env) => string);
  /** Door for what a producer sends. Must accept {}, which the schedule sends. */
  payload: z.ZodType<Payload>;
  /** What a person who asks for a run now means; {} unless the job says otherwise. */
  payloadNow?: Partial<Payload>;
  options: {
    /** Runs at most, the first included; a job that comes again next minute needs no second. */
    attempts: number;
    /** Pause before the second run, milliseconds; doubles from run to run. */
    backoffMs: number;
    /** Where another job asks for it: how long it waits first, milliseconds; 0 if not said. */
    followsAfterMs?: number;
  };
  /** Whether this configuration has anything for the job to do. */
  isEnabled(context: JobContext): boolean;
  /** Whether to run at the worker's start instead of waiting for the schedule. */
  isDueAtStart(context: JobContext): Promise<boolean>;
  /** Idempotent: run twice, killed in the middle, delivered late, the stored result is the same. */
  run(context: JobContext, payload: Payload): Promise<JobResult>;
}

/** Keeps the payload's type from schema to handler, then forgets it: the runtime parses first. */
export function defineJob<Name extends JobName, Payload>(
  definition: JobDefinition<Payload> & { name: Name },
): JobDefinition & { name: Name } {
  return {
    ...definition,
    run: (context, payload) => definition.run(context, definition.payload.parse(payload)),
  };
}
