import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Env } from '@/lib/env/env';
import type { ObjectStore } from './objectStore';
import { openObjectStore } from './openObjectStore';

/** What of the configuration says where the archive is. */
export type ArchiveEnv = Pick<
  Env,
  | 'ARCHIVE_URL'
  | 'DATA_DIR'
  | 'S3_ENDPOINT'
  | 'S3_REGION'
  | 'AWS_ACCESS_KEY_ID'
  | 'AWS_SECRET_ACCESS_KEY'
>;

/** The archive that the configuration names, else the one in the data directory. */
export function openArchive(env: ArchiveEnv): ObjectStore {
  const directory = path.resolve(env.DATA_DIR, 'archive');
  return openObjectStore(env.ARCHIVE_URL ?? pathToFileURL(directory).href, {
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    accessKeyId: env.AWS_ACCESS_KEY_ID,
    secretAccessKey: env.AWS_SECRET_ACCESS_KEY,
  });
}
