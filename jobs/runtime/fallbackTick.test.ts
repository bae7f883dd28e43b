import { describe, expect, it, vi } from 'vitest';
import { readEnv } from '@/lib/env/env';
import { createLog } from '@/lib/log/log';
import type { AvailabilityResult } from '@/lib/pipeline/ingestAvailability';
import { tick } from './fallbackTick';

const nowAt = new Date('2026-11-23T09:31:01.500Z');
const minuteAt = new Date('2026-11-23T09:31:00.000Z');

function look(lastDeliveredAt: string, result: AvailabilityResult = { outcome: 'spooled' }) {
  const context = {
    env: readEnv({ DATABASE_URL: 'postgresql://localhost/city' }),
    ingestAvailability: vi.fn(async () => result),
    enqueue: vi.fn(async () => {}),
    clock: () => nowAt,
    log: createLog('silent', 'test'),
  };
  const done = tick({ context, lastDeliveredAt: () => new Date(lastDeliveredAt) });
  return { context, done };
}

describe('the fetch without the queue', () => {
  it('leaves the minute to a queue that delivered in it', async () => {
    const { context, done } = look('2026-11-23T09:31:00.004Z');
    await done;
    expect(context.ingestAvailability).not.toHaveBeenCalled();
  });

  it('does not lose the first minute in which the queue is away', async () => {
    const { context, done } = look('2026-11-23T09:30:00.004Z');
    await done;
    const asked = { force: false, unlessStartedSince: minuteAt };
    expect(context.ingestAvailability).toHaveBeenCalledExactlyOnceWith(asked);
  });

  it('asks for stations where the fetch found unknown ones', async () => {
    const { context, done } = look('2026-11-23T09:29:00Z', {
      ...{ outcome: 'stored', statusVersion: 1, written: 3, changed: 3, orphans: 3 },
      ...{ drained: 0, needsStations: true },
    });
    await done;
    expect(context.enqueue).toHaveBeenCalledWith('fetch-stations');
  });
});
