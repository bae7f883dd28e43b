/** The Postgres server that tests make their databases on. Set by `npm test`. */
export function testDatabaseUrl(): string {
  const url = process.env.TEST_DATABASE_URL;
  if (!url) throw new Error('TEST_DATABASE_URL is not set: run the tests with `npm test`');
  return url;
}

/** The recordings beside the project, where present; tests that need them say so and skip. */
export function recordingsDir(): string {
  return process.env.LIMELIGHT_RECORDINGS ?? '../shared/data';
}
