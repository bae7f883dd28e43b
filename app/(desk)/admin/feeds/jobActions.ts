'use server';

import { webProducer } from '@/app/webProducer';
import type { JobAnswer } from '@/components/admin/feeds/jobAnswer';
import { auditActor } from '@/lib/audit/auditActor';
import { recordAudit } from '@/lib/audit/auditStore';
import { permitAction } from '@/lib/auth/guard';
import type { CurrentUser } from '@/lib/auth/userStore';
import type { Database } from '@/lib/db/database';
import { withTransaction } from '@/lib/db/transaction';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { pauseJob, resumeJob } from '@/lib/feeds/pauseStore';
import { createLog } from '@/lib/log/log';

type Job = NonNullable<Awaited<ReturnType<ReturnType<typeof webProducer>['findJob']>>>;
type Change = (user: CurrentUser, job: Job) => Promise<void>;

/** Asks for a run now, also while the schedule is paused. */
export async function runJobNow(name: string): Promise<JobAnswer> {
  return change(name, async (user, job) => {
    await webProducer().runNow(job);
    await audit(webDatabase().pool, user, 'job.runAsked', job);
  });
}

/** Stops a job's schedule for every worker, until somebody resumes it. */
export async function pauseSchedule(name: string): Promise<JobAnswer> {
  return change(name, (user, job) =>
    withTransaction(webDatabase().pool, async (db) => {
      const isNew = await pauseJob(db, env().SYSTEM_ID, { job, pausedBy: user.name });
      if (isNew) await audit(db, user, 'job.paused', job);
    }),
  );
}

/** Lets a job's schedule go on, and catches up at once. */
export async function resumeSchedule(name: string): Promise<JobAnswer> {
  return change(name, async (user, job) => {
    const wasPaused = await withTransaction(webDatabase().pool, async (db) => {
      const ended = await resumeJob(db, env().SYSTEM_ID, job);
      if (ended) await audit(db, user, 'job.resumed', job);
      return ended;
    });
    if (wasPaused) await webProducer().runNow(job);
  });
}

async function change(name: unknown, make: Change): Promise<JobAnswer> {
  try {
    const user = await permitAction('feeds.run');
    if (!user) return 'forbidden';
    const job = typeof name === 'string' ? await webProducer().findJob(name) : null;
    if (!job) return 'unknown';
    await make(user, job);
    return 'done';
  } catch (error) {
    createLog(env().LOG_LEVEL, 'feeds').error({ err: error, name }, 'a job could not be changed');
    return 'failed';
  }
}

async function audit(
  db: Database,
  user: CurrentUser,
  action: 'job.runAsked' | 'job.paused' | 'job.resumed',
  job: Job,
): Promise<void> {
  await recordAudit(db, { actor: await auditActor(user), action, subject: job });
}
