import { randomUUID } from 'node:crypto';
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ObjectConflictError, type ObjectStore, ObjectStoreError, sha256Hex } from './objectStore';

/** Half-written files live here, out of the sight of whoever reads the archive. */
const INCOMING = '.incoming';

/**
 * Keeps objects as files under one directory, made when missing. A file appears whole or not at
 * all: it is written and flushed elsewhere, then hard-linked to its name, which fails where the
 * name is taken. Files carry no metadata but their own.
 *
 * @param root absolute path, on a file system with hard links
 */
export function openFileStore(root: string): ObjectStore {
  const location = pathToFileURL(root).href;
  const fileOf = (key: string) => path.join(root, ...key.split('/'));

  async function attempt<T>(action: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw new ObjectStoreError(location, action, error);
    }
  }

  async function get(key: string): Promise<Uint8Array | null> {
    return attempt(`read ${key}`, async () => {
      try {
        return await readFile(fileOf(key));
      } catch (error) {
        if (hasCode(error, 'ENOENT')) return null;
        throw error;
      }
    });
  }

  return {
    location,
    get,
    async putIfAbsent(key, bytes) {
      if (await attempt(`write ${key}`, () => linkNew(root, fileOf(key), bytes))) return 'written';
      const found = await get(key);
      if (found && Buffer.compare(found, bytes) === 0) return 'present';
      const described = found ? `${found.length} bytes, sha256 ${sha256Hex(found)}` : 'nothing now';
      throw new ObjectConflictError(location, key, described);
    },
    async list(prefix) {
      const keys = await attempt('be listed', () => listFiles(root));
      return keys.filter((key) => key.startsWith(prefix)).sort();
    },
    fileOf,
  };
}

/** @returns false when the name is taken */
async function linkNew(root: string, file: string, bytes: Uint8Array): Promise<boolean> {
  await mkdir(path.dirname(file), { recursive: true });
  await mkdir(path.join(root, INCOMING), { recursive: true });
  const incoming = path.join(root, INCOMING, randomUUID());
  try {
    await writeFlushed(incoming, bytes);
    await link(incoming, file);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(incoming, { force: true });
  }
  await flushFolders(root, path.dirname(file));
  return true;
}

async function writeFlushed(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** A new name is durable once its folder is flushed, and a new folder once its parent is. */
async function flushFolders(root: string, innermost: string): Promise<void> {
  if (process.platform === 'win32') return; // opens no folders, and journals names by itself
  for (let folder = innermost; folder.startsWith(root); folder = path.dirname(folder)) {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
    if (folder === root) return;
  }
}

async function listFiles(root: string): Promise<string[]> {
  let entries: Awaited<ReturnType<typeof readEntries>>;
  try {
    entries = await readEntries(root);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    throw error;
  }
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((key) => !key.startsWith(`${INCOMING}/`));
}

function readEntries(root: string) {
  return readdir(root, { recursive: true, withFileTypes: true });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
