import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFileStore } from './fileStore';
import { ObjectStoreError } from './objectStore';
import { itKeepsTheRules } from './objectStoreRules';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'limelight-archive-'));
});
afterAll(() => rm(folder, { recursive: true }));

const newRoot = () => mkdtemp(path.join(folder, 'store-'));

describe('a directory as archive', () => {
  itKeepsTheRules(async () => openFileStore(await newRoot()));

  it('is made when it is missing', async () => {
    const store = openFileStore(path.join(await newRoot(), 'not', 'yet'));
    expect(await store.list('')).toEqual([]);
    await store.putIfAbsent('a/b', new Uint8Array([1]), {});
    expect(await store.list('')).toEqual(['a/b']);
  });

  it('lets exactly one of many writers win, and leaves no half-written file', async () => {
    const root = await newRoot();
    const store = openFileStore(root);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) => store.putIfAbsent('k', new Uint8Array([i]), {})),
    );
    const written = outcomes.flatMap((o, i) => (o.status === 'fulfilled' ? [i] : []));
    expect(written).toHaveLength(1);
    expect(await store.get('k')).toEqual(Buffer.from(written));
    expect(await readdir(path.join(root, '.incoming'))).toEqual([]);
  });

  it('says what is wrong when it cannot be written', async () => {
    const root = await newRoot();
    await writeFile(path.join(root, 'system=velib'), 'a file where a folder should be');
    const attempt = openFileStore(root).putIfAbsent('system=velib/x', new Uint8Array([1]), {});
    await expect(attempt).rejects.toThrow(ObjectStoreError);
    await expect(attempt).rejects.toThrow(/cannot write system=velib\/x.*(ENOTDIR|EEXIST)/);
  });
});
