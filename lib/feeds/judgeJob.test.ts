import { describe, expect, it } from 'vitest';
import type { FetchSeen, JobRunSeen } from './feedsReport';
import { dueBefore, periodS } from './jobSchedule';
import { type JobFacts, judgeJob } from './judgeJob';

const NOW = new Date('2026-11-23T06:05:30Z');
const at = (time: string) => Date.parse(`2026-11-23T${time}Z`) / 1_000;
const ran = (time: string, outcome: JobRunSeen['outcome'] = 'done'): JobRunSeen => ({
  startedAt: at(time),
  dueAt: at(time),
  durationMs: 300,
  outcome,
  message: null,
});
const judge = (facts: Partial<JobFacts>) =>
  judgeJob(
    {
      pattern: '* * * * *',
      nextAt: at('06:06:00'),
      paused: null,
      runs: [ran('06:05:00')],
      feed: null,
      isQueueAway: false,
      ...facts,
    },
    NOW,
  );

describe('judgeJob', () => {
  it('is content with a run of this minute', () =>
    expect(judge({})).toEqual({ health: 'ok', dueAt: null }));

  it('calls late what should have run more than a minute and a half ago, and says when', () => {
    expect(judge({ runs: [ran('06:04:00')] }).health).toBe('ok');
    expect(judge({ runs: [ran('06:03:00')] })).toEqual({ health: 'late', dueAt: at('06:04:00') });
    expect(judge({ runs: [ran('03:17:00')], pattern: '17 3 * * *' }).health).toBe('ok');
    expect(judge({ runs: [ran('03:16:00')], pattern: '17 3 * * *' }).health).toBe('late');
  });

  it('still sees lateness while the queue is away, and does not call the job off', () => {
    const away = { isQueueAway: true, nextAt: null };
    expect(judge({ ...away, runs: [ran('05:00:00')] }).health).toBe('late');
    expect(judge(away).health).toBe('ok');
    expect(judge({ nextAt: null }).health).toBe('off');
  });

  it('says of a pause before all else, and does not count paused ticks as runs that failed', () => {
    const paused = { sinceAt: at('05:00:00'), by: 'Ana' };
    expect(judge({ paused, runs: [] }).health).toBe('paused');
    expect(judge({ runs: [ran('06:05:00', 'paused'), ran('06:00:00', 'failed')] }).health).toBe(
      'failing',
    );
  });

  it('fails with its last run, or with the feed it reads', () => {
    expect(judge({ runs: [ran('06:05:00', 'failed')] }).health).toBe('failing');
    const last = { outcome: 'refused' } as FetchSeen;
    const feed = { feed: 'status' as const, last, goodAt: null, counts: [] };
    expect(judge({ feed }).health).toBe('failing');
  });

  it('waits for its first time', () => expect(judge({ runs: [] }).health).toBe('waiting'));
});

describe('schedules', () => {
  it('include the very instant they ask for', () => {
    expect(dueBefore('* * * * *', new Date('2026-11-23T06:05:00Z')).toISOString()).toBe(
      '2026-11-23T06:05:00.000Z',
    );
    expect(dueBefore('20 0 * * * *', NOW).toISOString()).toBe('2026-11-23T06:00:20.000Z');
  });

  it('have a period in seconds', () => {
    expect(['*/2 * * * * *', '* * * * *', '17 3 * * *'].map((cron) => periodS(cron, NOW))).toEqual([
      2, 60, 86_400,
    ]);
  });
});
