import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { LockBusyError } from '@/lib/errors/lockBusyError';
import { createLog } from '@/lib/log/log';
import type { IngestStore } from '@/lib/stations/ingestStore';
import { testFetch, testSnapshot } from '@/lib/stations/testSnapshots';
import { completeHistory, type HistoryDeps } from './drainSpool';
import { openSpool, type Spool } from './spoolStore';

let directory: string;
let stored: string[];
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'limelight-spool-'));
  stored = [];
});
afterEach(() => rm(directory, { recursive: true }));

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 9, minute));
const stored1 = {
  outcome: 'stored',
  statusVersion: 1,
  written: 1,
  changed: 1,
  orphans: 0,
} as const;

function deps(exclusively: HistoryDeps['exclusively']): HistoryDeps & { spool: Spool } {
  return {
    feed: { forgetValidators: () => {} },
    spool: openSpool({ directory, maxBytes: 1e6, workerId: 'w1', onUnreadable: () => {} }),
    log: createLog('silent', 'test'),
    exclusively,
  };
}

const store: IngestStore = {
  async storeSnapshot({ fetchedAt }) {
    stored.push(fetchedAt.toISOString());
    return stored1;
  },
  async recordFetch() {},
  readState: () => Promise.reject(new Error('not asked for')),
};

async function keepMinutes(minutes: number[]): Promise<void> {
  const { spool } = deps((use) => use(store));
  for (const minute of minutes) {
    const snapshot = testSnapshot(at(minute), [{ stationId: '1' }]);
    await spool.keep({ outcome: 'fetched', fetch: testFetch(at(minute)), snapshot });
  }
}

test('what waits is stored, in its order, before history is read for good', async () => {
  await keepMinutes([59, 58]);
  await completeHistory(deps((use) => use(store)));
  expect(stored).toEqual([at(58).toISOString(), at(59).toISOString()]);
  expect(await readdir(directory)).toEqual([]);
});

test('while another worker is at it nothing is taken for complete', async () => {
  await keepMinutes([58]);
  const busy = () => Promise.reject(new LockBusyError('fetch-availability'));
  await expect(completeHistory(deps(busy))).rejects.toThrow(LockBusyError);
});

test('where nothing waits nobody is asked', async () => {
  await completeHistory(deps(() => Promise.reject(new Error('asked'))));
});
