import { randomUUID } from 'node:crypto';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { testS3 } from '@/lib/env/testEnv';
import { ObjectConflictError, ObjectStoreError } from './objectStore';
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
    const bytes = new Uint8Array([1]);
    proxy.loseNextWrites(100);
    await expect(store.putIfAbsent('k', bytes, {})).rejects.toThrow(ObjectStoreError);
    proxy.loseNextWrites(0);
    expect(await store.putIfAbsent('k', bytes, {})).toBe('present');
  });

  it('leaves the winner of a race in its place', async () => {
    const archiveUrl = newUrl();
    const faster = openObjectStore(archiveUrl, access);
    const slower = openObjectStore(archiveUrl, { ...access, endpoint: proxy.url });
    const [one, two] = [new Uint8Array([1]), new Uint8Array([2])];

    proxy.loseNextRace(() => faster.putIfAbsent('same', one, {}));
    expect(await slower.putIfAbsent('same', one, {})).toBe('present');
    proxy.loseNextRace(() => faster.putIfAbsent('other', one, {}));
    await expect(slower.putIfAbsent('other', two, {})).rejects.toThrow(ObjectConflictError);
    expect(await slower.get('other')).toEqual(one);
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
