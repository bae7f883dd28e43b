import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testFetch, testSnapshot } from '@/lib/stations/testSnapshots';
import { openSpool, type SpooledFetch, SpoolFullError } from './spoolStore';

let directory: string;
beforeEach(async () => {
  directory = path.join(await mkdtemp(path.join(tmpdir(), 'limelight-spool-')), 'deep', 'er');
});
afterEach(() => rm(path.join(directory, '../..'), { recursive: true }));

const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 6, minute));

function spool(workerId = 'w1', maxBytes = 1_000_000) {
  const unreadable: string[] = [];
  const onUnreadable = (file: string) => unreadable.push(path.basename(file));
  return { ...openSpool({ directory, maxBytes, workerId, onUnreadable }), unreadable };
}

function entry(minute: number): SpooledFetch {
  const snapshot = testSnapshot(at(minute), [
    { stationId: '00112', lastReportedAt: null, numEbikesAvailable: null },
    { stationId: 'Saint-Étienne', numBikesAvailable: minute },
  ]);
  return { outcome: 'fetched', fetch: testFetch(at(minute)), snapshot };
}

async function drained(from = spool()): Promise<SpooledFetch[]> {
  const entries: SpooledFetch[] = [];
  await from.drain(async (found) => {
    entries.push(found);
  });
  return entries;
}

test('gives back what it was given, oldest first, whoever kept it', async () => {
  const failed: SpooledFetch = { outcome: 'failed', fetch: testFetch(at(2)), snapshot: null };
  await spool('w2').keep(entry(3));
  await spool('w1').keep(entry(1));
  await spool('w2').keep(failed);
  expect(await drained()).toEqual([entry(1), failed, entry(3)]);
  expect(await drained()).toEqual([]);
  expect(await readdir(directory)).toEqual([]);
});

test('what could not be stored waits, and all after it', async () => {
  for (const minute of [1, 2, 3]) await spool().keep(entry(minute));
  const stored: number[] = [];
  const storing = spool().drain(async ({ fetch }) => {
    if (stored.length === 1) throw new Error('away');
    stored.push(fetch.startedAt.getUTCMinutes());
  });
  await expect(storing).rejects.toThrow('away');
  expect(stored).toEqual([1]);
  expect(await drained()).toEqual([entry(2), entry(3)]);
});

test('a file without its end is set aside; one that was never finished is not seen', async () => {
  await spool().keep(entry(1));
  const [name] = await readdir(directory);
  await writeFile(path.join(directory, `0-${name}`), 'cut off');
  await writeFile(path.join(directory, `${name}.part`), 'half');
  const opened = spool();
  expect(await drained(opened)).toEqual([entry(1)]);
  expect(opened.unreadable).toEqual([`0-${name}`]);
  expect((await readdir(directory)).sort()).toEqual([`0-${name}.unreadable`, `${name}.part`]);
});

test('takes no more than its cap, and loses nothing of what it holds', async () => {
  const small = spool('w1', 600);
  await small.keep(entry(1));
  await expect(small.keep(entry(2)).then(() => small.keep(entry(3)))).rejects.toThrow(
    SpoolFullError,
  );
  expect((await drained())[0]).toEqual(entry(1));
});

test('a directory that is not there yet is an empty spool', async () => {
  expect(await drained()).toEqual([]);
});
