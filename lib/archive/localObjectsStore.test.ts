import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { MINUTE_MS } from '@/lib/units/clock';
import { openFileStore } from './fileStore';
import { createLocalObjects } from './localObjectsStore';
import { type ObjectStore, sha256Hex } from './objectStore';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'limelight-copies-'));
});
afterAll(() => rm(folder, { recursive: true }));

let store: ObjectStore;
let cacheDir: string;
let asked: string[];
let nowMs = Date.UTC(2026, 10, 23);
const clock = () => new Date(nowMs);
beforeEach(async () => {
  const root = await mkdtemp(path.join(folder, 'store-'));
  cacheDir = path.join(root, 'cache');
  store = openFileStore(path.join(root, 'archive'));
  asked = [];
});

/** The same objects, as far away as a bucket is. */
function distant(): ObjectStore {
  return {
    ...store,
    fileOf: () => null,
    get(key) {
      asked.push(key);
      return store.get(key);
    },
  };
}

async function put(key: string, size: number) {
  const bytes = new Uint8Array(size).fill(key.charCodeAt(0));
  await store.putIfAbsent(key, bytes, {});
  return { key, sha256: sha256Hex(bytes) };
}

const copies = async () => (await readdir(cacheDir)).sort();

describe('createLocalObjects', () => {
  it('takes the files of a local archive where they lie', async () => {
    const object = await put('a', 10);
    const objects = createLocalObjects(store, { cacheDir, maxBytes: 100, clock });
    expect(await objects.fileOf(object)).toBe(store.fileOf('a'));
  });

  it('copies a distant object once, however many ask at once', async () => {
    const object = await put('a', 10);
    const objects = createLocalObjects(distant(), { cacheDir, maxBytes: 100, clock });
    const files = await Promise.all([1, 2, 3].map(() => objects.fileOf(object)));
    expect(new Set(files).size).toBe(1);
    expect(sha256Hex(await readFile(files[0]!))).toBe(object.sha256);
    await createLocalObjects(distant(), { cacheDir, maxBytes: 100, clock }).read(object);
    expect(asked).toEqual(['a']);
    expect(await copies()).toEqual([`${object.sha256}.parquet`]);
  });

  it('refuses bytes that are not what the ledger lists, and keeps no copy', async () => {
    const { sha256 } = await put('a', 10);
    await put('b', 10);
    const objects = createLocalObjects(distant(), { cacheDir, maxBytes: 100, clock });
    await expect(objects.fileOf({ key: 'b', sha256 })).rejects.toThrow(/give b: .*other bytes/);
    await expect(objects.fileOf({ key: 'c', sha256 })).rejects.toThrow(/give c: .*nothing/);
    expect(await copies().catch(() => [])).toEqual([]);
  });

  it('deletes what nobody asked for longest, never what was asked for just now', async () => {
    const objects = createLocalObjects(distant(), { cacheDir, maxBytes: 25, clock });
    const all = await Promise.all(['a', 'b', 'c', 'd'].map((key) => put(key, 10)));
    const [a, b, c, d] = all.map((object) => `${object.sha256}.parquet`);
    await objects.fileOf(all[0]!);
    nowMs += MINUTE_MS;
    await objects.fileOf(all[1]!);
    nowMs += MINUTE_MS;
    await objects.fileOf(all[2]!); // too much, and all in use
    expect(await copies()).toEqual([a, b, c].sort());
    nowMs += 20 * MINUTE_MS;
    await objects.fileOf(all[0]!); // used again: b is the oldest now
    await writeFile(path.join(cacheDir, 'x.incoming'), '');
    await objects.fileOf(all[3]!);
    const left = await copies();
    expect(left).toEqual(expect.arrayContaining([a, d]));
    expect(left).not.toContain(b);
  });
});
