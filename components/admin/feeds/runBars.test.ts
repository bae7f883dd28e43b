import { expect, it } from 'vitest';
import type { JobRunSeen } from '@/lib/feeds/feedsReport';
import { runBars } from './runBars';

const run = (startedAt: number, durationMs: number, outcome: JobRunSeen['outcome'] = 'done') => ({
  ...{ startedAt, durationMs, outcome },
  ...{ dueAt: null, message: null },
});

it('stands oldest first, the slowest at full height, each one visible', () => {
  const bars = runBars([run(3, 0, 'paused'), run(2, 400, 'failed'), run(1, 100)], 28);
  expect(bars).toEqual([
    { startedAt: 1, outcome: 'done', height: 14 },
    { startedAt: 2, outcome: 'failed', height: 28 },
    { startedAt: 3, outcome: 'paused', height: 2 },
  ]);
  expect(runBars([], 28)).toEqual([]);
});
