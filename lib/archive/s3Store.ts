import {
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  paginateListObjectsV2,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { ObjectConflictError, type ObjectStore, ObjectStoreError, sha256Hex } from './objectStore';

/** How to reach an S3 server. Without keys the SDK looks where AWS tools keep theirs. */
export interface S3Access {
  /** Absent: AWS itself. */
  endpoint?: string;
  region: string;
  accessKeyId?: string;
  secretAccessKey?: string;
}

/**
 * Keeps objects in an existing bucket of any S3 server.
 *
 * The server itself is asked to refuse a taken key (`If-None-Match: *`); some do not know the
 * condition (OpenStack Swift answers 501), so the key is looked up first in any case.
 *
 * @param prefix put before every key; empty, or ending in a slash
 */
export function openS3Store(bucket: string, prefix: string, access: S3Access): ObjectStore {
  const client = connect(access);
  const location = `s3://${bucket}/${prefix}`;
  const at = (key: string) => ({ Bucket: bucket, Key: prefix + key });

  async function attempt<T>(action: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw new ObjectStoreError(location, action, error);
    }
  }

  async function get(key: string): Promise<Uint8Array | null> {
    return attempt(`read ${key}`, () =>
      orNull(404, async () => {
        const { Body } = await client.send(new GetObjectCommand(at(key)));
        return Body ? await Body.transformToByteArray() : new Uint8Array();
      }),
    );
  }

  /** The sha256 of what lies under a key, by its metadata or else by reading it. */
  async function findSha256(key: string): Promise<string | null> {
    const head = await attempt(`look up ${key}`, () =>
      orNull(404, () => client.send(new HeadObjectCommand(at(key)))),
    );
    if (!head) return null;
    if (head.Metadata?.sha256) return head.Metadata.sha256;
    const bytes = await get(key);
    return bytes && sha256Hex(bytes);
  }

  async function put(key: string, Body: Buffer, Metadata: Record<string, string>) {
    const object = { ...at(key), Body, Metadata, ContentType: 'application/vnd.apache.parquet' };
    return orNull(412, async () => {
      const refusing = new PutObjectCommand({ ...object, IfNoneMatch: '*' });
      const conditional = await orNull(501, () => client.send(refusing));
      return conditional ?? (await client.send(new PutObjectCommand(object)));
    });
  }

  return {
    location,
    get,
    async putIfAbsent(key, bytes, metadata) {
      const sha256 = sha256Hex(bytes);
      let found = await findSha256(key);
      if (!found) {
        const body = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
        const answer = await attempt(`write ${key}`, () => put(key, body, { ...metadata, sha256 }));
        if (answer) return 'written';
        found = await findSha256(key);
      }
      if (found === sha256) return 'present';
      throw new ObjectConflictError(location, key, `sha256 ${found ?? 'unknown'}`);
    },
    async list(wanted) {
      return attempt('be listed', async () => {
        const keys: string[] = [];
        const query = { Bucket: bucket, Prefix: prefix + wanted };
        for await (const page of paginateListObjectsV2({ client }, query)) {
          keys.push(...(page.Contents ?? []).flatMap(({ Key }) => Key?.slice(prefix.length) ?? []));
        }
        return keys.sort();
      });
    },
    fileOf: () => null,
  };
}

function connect({ endpoint, region, accessKeyId, secretAccessKey }: S3Access): S3Client {
  return new S3Client({
    region,
    forcePathStyle: true,
    ...(endpoint && { endpoint }),
    ...(accessKeyId && secretAccessKey && { credentials: { accessKeyId, secretAccessKey } }),
    // Many S3 servers do not know the newer checksum headers; the signature covers the body.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: 5_000, requestTimeout: 30_000 },
    maxAttempts: 3,
  });
}

/** @returns null where the server answers with this very status */
async function orNull<T>(status: number, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === status) {
      return null;
    }
    throw error;
  }
}
