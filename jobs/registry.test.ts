import { CronExpressionParser } from 'cron-parser';
import { describe, expect, test } from 'vitest';
import { readEnv } from '@/lib/env/env';
import { jobNamed, registry } from './registry';
import type { JobDefinition } from './runtime/jobDefinition';

const jobs = Object.values<JobDefinition>(registry);
const NOW = new Date('2026-11-23T05:59:59.500Z');

const ENV = readEnv({ DATABASE_URL: 'postgresql://localhost/limelight' });

function nextRun({ schedule }: JobDefinition): string {
  const pattern = typeof schedule === 'string' ? schedule : schedule(ENV);
  return CronExpressionParser.parse(pattern, { currentDate: NOW, tz: 'UTC' })
    .next()
    .toISOString() as string;
}

describe('every job', () => {
  test.each(jobs)('$name takes what its schedule and a person send', (job) => {
    expect(job.payload.safeParse({}).success).toBe(true);
    expect(job.payload.safeParse(job.payloadNow ?? {}).success).toBe(true);
    expect(job.options.attempts).toBeGreaterThan(0);
  });

  test('runs when the README says', () => {
    expect(Object.fromEntries(jobs.map((job) => [job.name, nextRun(job)]))).toEqual({
      'fetch-availability': '2026-11-23T06:00:00.000Z',
      'fetch-vehicles': '2026-11-23T06:00:00.000Z',
      'evaluate-alerts': '2026-11-23T06:00:30.000Z',
      'deliver-alerts': '2026-11-23T06:00:45.000Z',
      'archive-hour': '2026-11-23T06:00:20.000Z',
      'probe-live-feed': '2026-11-23T06:00:00.000Z',
      'estimate-phantoms': '2026-11-23T06:07:00.000Z',
      'summarise-days': '2026-11-23T06:17:00.000Z',
      'pack-insights': '2026-11-23T06:23:00.000Z',
      'compact-archive': '2026-11-24T00:47:00.000Z',
      'prune-history': '2026-11-24T02:33:00.000Z',
      'fetch-stations': '2026-11-24T03:17:00.000Z',
      'fetch-districts': '2026-11-24T03:42:00.000Z',
    });
  });
});

test('an unknown name is answered with those there are', () => {
  expect(() => jobNamed('fetch-everything')).toThrow(/fetch-availability, fetch-stations/);
});
