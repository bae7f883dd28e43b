import { expect, test, vi } from 'vitest';
import type { JobContext } from '../runtime/jobContext';
import { archiveHour } from './archiveHour';

test('archives nothing while fetches of the hour still wait on disk', async () => {
  const query = vi.fn();
  const context = {
    pool: { query },
    completeHistory: () => Promise.reject(new Error('Postgres is away')),
    clock: () => new Date('2026-11-23T10:00:20Z'),
  } as unknown as JobContext;
  await expect(archiveHour.run(context, {})).rejects.toThrow('Postgres is away');
  expect(query).not.toHaveBeenCalled();
});
