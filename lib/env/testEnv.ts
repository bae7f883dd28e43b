/** The Postgres server that tests make their databases on. Set by `npm test`. */
export function testDatabaseUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests with `npm test`');
  return url;
}

/** The environment for a program that a test starts, with these names set. */
export function environmentWith(names: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...names };
}

/** The recordings beside the project, where present; tests that need them say so and skip. */
export function recordingsDir(): string {
  return process.env.LIMELIGHT_RECORDINGS ?? '../shared/data';
}

/**
 * The S3 server that `npm test` starts where OpenStack Swift is installed; null elsewhere: tests
 * that need it say so and skip.
 */
export function testS3(): {
  endpoint: string;
  accessKeyId: string;
  secretAccessKey: string;
} | null {
  const { TEST_S3_URL, TEST_S3_ACCESS_KEY_ID, TEST_S3_SECRET_ACCESS_KEY } = process.env;
  if (!TEST_S3_URL) return null;
  return {
    endpoint: TEST_S3_URL,
    accessKeyId: TEST_S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: TEST_S3_SECRET_ACCESS_KEY ?? '',
  };
}

/**
 * The Redis that `npm test` starts where redis-server or valkey-server is installed; null
 * elsewhere: tests of that queue backend say so and skip.
 */
export function testRedisUrl(): string | null {
  return process.env.TEST_REDIS_URL || null;
}
