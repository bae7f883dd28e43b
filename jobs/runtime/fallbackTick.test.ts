import { expect, test, vi } from 'vitest';
import { readEnv } from '@/lib/env/env';
import { createLog } from '@/lib/log/log';
import type { AvailabilityResult } from '@/lib/pipeline/ingestAvailability';
import { tick } from './fallbackTick';

const NOW = new Date('2026-11-23T06:05:01.500Z');
const MINUTE = new Date('2026-11-23T06:05:00.000Z');

function run(lastDeliveredAt: string, result: AvailabilityResult | Error, paused = false) {
  const ingestAvailability = vi.fn(async () => {
    if (result instanceof Error) throw result;
    return result;
  });
  const enqueue = vi.fn(async () => {});
  const env = readEnv({ DATABASE_URL: 'postgresql://localhost/city' });
  const log = createLog('silent', 't');
  const isPaused = async () => paused;
  const context = { env, ingestAvailability, enqueue, isPaused, clock: () => NOW, log };
  const record = vi.fn(async () => {});
  const done = tick({ context, lastDeliveredAt: () => new Date(lastDeliveredAt), record });
  return { done, ingestAvailability, enqueue, record };
}

test('leaves the minute to a queue that delivered in it', async () => {
  const { done, ingestAvailability } = run('2026-11-23T06:05:00.004Z', { outcome: 'spooled' });
  await done;
  expect(ingestAvailability).not.toHaveBeenCalled();
});

test('fetches in the first minute that the queue is silent, unless anybody has in it', async () => {
  const { done, ingestAvailability, enqueue } = run('2026-11-23T06:04:00.004Z', {
    outcome: 'spooled',
  });
  await done;
  expect(ingestAvailability).toHaveBeenCalledExactlyOnceWith({
    force: false,
    unlessStartedSince: MINUTE,
  });
  expect(enqueue).not.toHaveBeenCalled();
});

test('fetches nothing while a person has paused the job', async () => {
  const { done, ingestAvailability } = run('2026-11-23T06:04:00Z', { outcome: 'spooled' }, true);
  await done;
  expect(ingestAvailability).not.toHaveBeenCalled();
});

test('asks for what follows a fetch as the job does', async () => {
  const { done, enqueue } = run('2026-11-23T05:55:00Z', {
    outcome: 'stored',
    statusVersion: 1,
    written: 2,
    changed: 2,
    orphans: 2,
    drained: 0,
    needsStations: true,
  });
  await done;
  expect(enqueue.mock.calls).toEqual([['fetch-stations'], ['evaluate-alerts']]);
});

test('a failure is logged, and the next minute tries again', async () => {
  const { done, record } = run('2026-11-23T05:55:00Z', new Error('spool is full'));
  await expect(done).resolves.toBeUndefined();
  expect(record).toHaveBeenCalledExactlyOnceWith({
    dueAt: MINUTE,
    startedAt: NOW,
    outcome: 'failed',
    message: 'spool is full',
  });
});
