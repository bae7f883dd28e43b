import { fileURLToPath } from 'node:url';
import { openFileStore } from './fileStore';
import type { ObjectStore } from './objectStore';
import { openS3Store, type S3Access } from './s3Store';

/**
 * Opens the archive that a URL names. Nothing is contacted or made yet.
 *
 * @param archiveUrl `file:///directory` or `s3://bucket/prefix`
 * @param access used for s3: only
 * @throws when the URL has another scheme or names no bucket
 */
export function openObjectStore(archiveUrl: string, access: S3Access): ObjectStore {
  const url = new URL(archiveUrl);
  if (url.protocol === 'file:') return openFileStore(fileURLToPath(url));
  if (url.protocol === 's3:' && url.hostname) {
    const prefix = decodeURIComponent(url.pathname).replace(/^\/+|\/+$/g, '');
    return openS3Store(url.hostname, prefix && `${prefix}/`, access);
  }
  throw new Error(`ARCHIVE_URL must be file:///directory or s3://bucket/prefix, not ${archiveUrl}`);
}
