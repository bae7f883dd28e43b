import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type Clock, MINUTE_MS } from '@/lib/units/clock';
import { type ObjectStore, ObjectStoreError, sha256Hex } from './objectStore';

/** An object as the ledger lists it. */
export interface ListedObject {
  key: string;
  sha256: string;
}

/** Objects as files of this machine, for readers that read files. */
export interface LocalObjects {
  /**
   * @returns an absolute path, good for the next ten minutes
   * @throws ObjectStoreError when the store does not answer, or holds other bytes than listed
   */
  fileOf(object: ListedObject): Promise<string>;
  /** @throws as fileOf */
  read(object: ListedObject): Promise<Uint8Array>;
}

/** Longer than any query runs: what was asked for since is never deleted. */
const IN_USE_MS = 10 * MINUTE_MS;

/**
 * Objects of a directory are taken where they lie. Those of a distant store are copied to `cacheDir`
 * under their sha256, checked, and whole or not at all; when the copies exceed `maxBytes`, the ones
 * that nobody asked for longest are deleted. Several processes may share the directory.
 */
export function createLocalObjects(
  store: ObjectStore,
  { cacheDir, maxBytes, clock }: { cacheDir: string; maxBytes: number; clock: Clock },
): LocalObjects {
  const coming = new Map<string, Promise<string>>();

  function fileOf(object: ListedObject): Promise<string> {
    const file = store.fileOf(object.key);
    if (file) return Promise.resolve(file);
    const known = coming.get(object.sha256);
    if (known) return known;
    const taking = take(object).finally(() => coming.delete(object.sha256));
    coming.set(object.sha256, taking);
    return taking;
  }

  async function take({ key, sha256 }: ListedObject): Promise<string> {
    const file = path.join(cacheDir, `${sha256}.parquet`);
    const nowAt = clock();
    // A file that is there is whole: it got its name when it was.
    if (await touch(file, nowAt)) return file;
    const bytes = await store.get(key);
    if (!bytes || sha256Hex(bytes) !== sha256) {
      const found = bytes ? 'other bytes than its ledger lists' : 'nothing';
      throw new ObjectStoreError(store.location, `give ${key}`, new Error(`it holds ${found}`));
    }
    await mkdir(cacheDir, { recursive: true });
    const incoming = path.join(cacheDir, `${randomUUID()}.incoming`);
    await writeFile(incoming, bytes);
    await rename(incoming, file);
    await touch(file, nowAt);
    await evict(cacheDir, maxBytes, nowAt);
    return file;
  }

  return { fileOf, read: async (object) => readFile(await fileOf(object)) };
}

/** Marks a file as asked for. @returns false where there is none */
async function touch(file: string, nowAt: Date): Promise<boolean> {
  return utimes(file, nowAt, nowAt).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
}

async function evict(cacheDir: string, maxBytes: number, nowAt: Date): Promise<void> {
  const names = await readdir(cacheDir);
  const files = await Promise.all(
    names.map(async (name) => {
      const file = path.join(cacheDir, name);
      // Another process may have evicted it meanwhile.
      const found = await stat(file).catch(() => null);
      return found?.isFile() ? [{ file, bytes: found.size, usedMs: found.mtimeMs }] : [];
    }),
  );
  const oldestFirst = files.flat().sort((a, b) => a.usedMs - b.usedMs);
  let excess = oldestFirst.reduce((sum, { bytes }) => sum + bytes, 0) - maxBytes;
  for (const { file, bytes, usedMs } of oldestFirst) {
    if (excess <= 0 || usedMs > nowAt.getTime() - IN_USE_MS) return;
    await rm(file, { force: true });
    excess -= bytes;
  }
}
