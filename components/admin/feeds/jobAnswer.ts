/** What came of asking for a run, a pause or its end. */
export type JobAnswer = 'done' | 'forbidden' | 'unknown' | 'failed';

/** Server actions of the page, each by a job's name. */
export interface JobActions {
  run(job: string): Promise<JobAnswer>;
  pause(job: string): Promise<JobAnswer>;
  resume(job: string): Promise<JobAnswer>;
}
