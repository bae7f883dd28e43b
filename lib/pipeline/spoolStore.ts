import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { FetchOutcome, FetchRecord } from '@/lib/stations/fetchRecord';
import type { StatusSnapshot } from '@/lib/stations/snapshot';

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** A status fetch that could not be stored yet. */
export interface SpooledFetch {
  outcome: Exclude<FetchOutcome, 'stored'> | 'fetched';
  fetch: FetchRecord;
  /** null unless the outcome is `fetched`. */
  snapshot: StatusSnapshot | null;
}

/** Files that wait for the database, in the order in which they were fetched. */
export interface Spool {
  /**
   * Keeps a fetch durably: it is on disk when this returns.
   *
   * @throws SpoolFullError when the spool has reached its cap; what it holds stays
   */
  keep(entry: SpooledFetch): Promise<void>;
  /**
   * Hands every waiting fetch, oldest first, to `store` and removes it when that returns.
   * A file that cannot be read is set aside under another name and reported.
   *
   * @returns how many were stored
   * @throws what `store` throws: the entry and all after it keep waiting
   */
  drain(store: (entry: SpooledFetch) => Promise<void>): Promise<number>;
  /** Whether nothing waits. */
  isEmpty(): Promise<boolean>;
  /** How many wait. */
  count(): Promise<number>;
}

export class SpoolFullError extends Error {
  override name = 'SpoolFullError';
}

export interface SpoolOptions {
  directory: string;
  /** The files' total size at most, bytes. */
  maxBytes: number;
  /** Tells two workers' files apart. */
  workerId: string;
  onUnreadable(file: string, error: Error): void;
}

const WAITING = '.json.gz';

/**
 * Opens a spool in a directory that workers of one machine may share. Files appear whole or not at
 * all (written aside, synced, renamed), so that a kill at any moment leaves no half entry.
 */
export function openSpool(options: SpoolOptions): Spool {
  const { directory } = options;

  async function waiting(): Promise<string[]> {
    const names = await readdir(directory).catch(emptyWhereAbsent);
    return names.filter((name) => name.endsWith(WAITING)).sort();
  }

  return {
    async keep(entry) {
      await mkdir(directory, { recursive: true });
      const bytes = await compress(JSON.stringify(entry), { level: 1 });
      const used = await sizeOf(directory, await waiting());
      if (used + bytes.length > options.maxBytes)
        throw new SpoolFullError(`The spool ${directory} holds ${used} bytes and takes no more`);
      // ISO instants sort as text like the instants themselves.
      const name = `${entry.fetch.startedAt.toISOString().replaceAll(':', '')}-${options.workerId}`;
      await writeWhole(directory, `${name}${WAITING}`, bytes);
    },

    async drain(store) {
      let stored = 0;
      for (const name of await waiting()) {
        const file = path.join(directory, name);
        const entry = await readEntry(file, options);
        if (!entry) continue;
        await store(entry);
        await rm(file, { force: true });
        stored++;
      }
      return stored;
    },

    isEmpty: async () => (await waiting()).length === 0,
    count: async () => (await waiting()).length,
  };
}

async function readEntry(
  file: string,
  { onUnreadable }: SpoolOptions,
): Promise<SpooledFetch | null> {
  try {
    const text = (await decompress(await readFile(file))).toString('utf8');
    return JSON.parse(text, reviveInstant) as SpooledFetch;
  } catch (error) {
    onUnreadable(file, error as Error);
    await rename(file, `${file}.unreadable`);
    return null;
  }
}

/** Every instant, and nothing else, has a name that ends so (see HOUSE.md, names). */
function reviveInstant(key: string, value: unknown): unknown {
  return key.endsWith('At') && typeof value === 'string' ? new Date(value) : value;
}

async function writeWhole(directory: string, name: string, bytes: Uint8Array): Promise<void> {
  const aside = path.join(directory, `${name}.part`);
  const file = await open(aside, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(aside, path.join(directory, name));
  const folder = await open(directory, 'r');
  await folder.sync().finally(() => folder.close());
}

async function sizeOf(directory: string, names: readonly string[]): Promise<number> {
  const sizes = await Promise.all(
    names.map((name) =>
      stat(path.join(directory, name)).then(
        ({ size }) => size,
        // Drained by another worker meanwhile.
        () => 0,
      ),
    ),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

function emptyWhereAbsent(error: NodeJS.ErrnoException): string[] {
  if (error.code === 'ENOENT') return [];
  throw error;
}
