import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testS3 } from '@/lib/env/testEnv';
import { ObjectStoreError } from './objectStore';
import { itKeepsTheRules } from './objectStoreRules';
import { openObjectStore } from './openObjectStore';
import { startTestProxy, type TestProxy } from './testProxy';

const server = testS3();
const because = server ? '' : ' (skipped: no S3 server, OpenStack Swift is not installed)';

describe.skipIf(!server)(`an S3 bucket as archive${because}`, () => {
  const access = { region: 'us-east-1', ...server! };
  const bucket = `archive-${randomUUID()}`;
  const newUrl = () => `s3://${bucket}/tests/${randomUUID()}`;
  let proxy: TestProxy;

  beforeAll(async () => {
    const client = new S3Client({
      ...access,
      forcePathStyle: true,
      credentials: access,
    });
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    proxy = await startTestProxy(access.endpoint);
  });
  afterAll(() => proxy.close());

  itKeepsTheRules(async () => openObjectStore(newUrl(), access));

  it('recognises its own object when the answer to the write was lost', async () => {
    const store = openObjectStore(newUrl(), { ...access, endpoint: proxy.url });
    await store.putIfAbsent('warm', new Uint8Array([0]), {});
    // Look-up, refused conditional write and write: the answers of all but the first are lost.
    const lost = store.putIfAbsent('k', new Uint8Array([1]), {});
    await expect(lost).resolves.toBe('written');
    proxy.swallowNext(100);
    await expect(store.putIfAbsent('l', new Uint8Array([2]), {})).rejects.toThrow(ObjectStoreError);
    proxy.swallowNext(0);
    expect(['written', 'present']).toContain(await store.putIfAbsent('l', new Uint8Array([2]), {}));
    expect(await store.get('l')).toEqual(new Uint8Array([2]));
  });

  it('rides out a few errors by itself', async () => {
    const store = openObjectStore(newUrl(), { ...access, endpoint: proxy.url });
    proxy.refuseNext(2);
    expect(await store.putIfAbsent('k', new Uint8Array([1]), {})).toBe('written');
  });

  it('says what is wrong: server away, bucket missing, key refused', async () => {
    const away = openObjectStore(newUrl(), { ...access, endpoint: proxy.url });
    await proxy.goAway();
    await expect(away.get('k')).rejects.toThrow(/cannot read k: .*ECONNREFUSED/);
    await proxy.comeBack();
    expect(await away.get('k')).toBeNull();

    const missing = openObjectStore(`s3://missing-${randomUUID()}`, access);
    await expect(missing.putIfAbsent('k', new Uint8Array([1]), {})).rejects.toThrow(/NoSuchBucket/);
    const refused = openObjectStore(newUrl(), { ...access, secretAccessKey: 'wrong' });
    await expect(refused.get('k')).rejects.toThrow(/cannot read k: SignatureDoesNotMatch/);
  });
});
