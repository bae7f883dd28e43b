import { expect, test } from './fixtures';
import { cookieHeader } from './support/ask';
import { createPerson } from './support/people';

/** As scripts/launch/checks/e2e.mjs configures it. */
const TOKEN = process.env.METRICS_TOKEN ?? '';

test.use({ role: null });

test('metrics are told to who has the token, and to nobody else', async ({ installation, db }) => {
  const ask = (headers: Record<string, string>) =>
    fetch(`${installation.baseUrl}/metrics`, { headers });
  const admin = await cookieHeader(installation, await createPerson(db, 'admin'));
  for (const headers of [
    {},
    admin,
    { authorization: 'Bearer ' },
    { authorization: `Bearer ${TOKEN}x` },
    { authorization: `Basic ${TOKEN}` },
  ]) {
    const refused = await ask(headers);
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    expect(await refused.text()).not.toContain('limelight_');
  }
  const told = await ask({ authorization: `Bearer ${TOKEN}` });
  expect(told.status).toBe(200);
  expect(told.headers.get('content-type')).toContain('text/plain; version=0.0.4');
});

test('they count requests by page, runs of workers and the city’s stations', async ({
  installation,
}) => {
  const { baseUrl } = installation;
  const read = async () => {
    const answer = await fetch(`${baseUrl}/metrics`, {
      headers: { authorization: `Bearer ${TOKEN}` },
    });
    const lines = (await answer.text()).split('\n');
    return (series: string) =>
      Number(
        lines
          .find((line) => line.startsWith(`${series} `))
          ?.split(' ')
          .at(-1) ?? Number.NaN,
      );
  };
  const health =
    'limelight_http_request_duration_seconds_count{route="/api/health",method="GET",status="200"}';
  const reset =
    'limelight_http_request_duration_seconds_count{route="/reset/[token]",method="GET",status="200"}';
  await fetch(`${baseUrl}/api/health`);
  const before = await read();
  await fetch(`${baseUrl}/api/health?again`);
  await fetch(`${baseUrl}/reset/a-secret-that-no-label-may-hold`);
  // An answer is counted when its connection has taken it, which may be after the next began.
  await expect.poll(async () => (await read())(health)).toBeGreaterThan(before(health));
  await expect.poll(async () => (await read())(reset)).toBeGreaterThan(0);

  const now = await read();
  expect(now('limelight_workers')).toBe(1);
  expect(now('limelight_database_up')).toBe(1);
  expect(now('limelight_job_runs_total{job="fetch-availability",outcome="done"}')).toBeGreaterThan(
    0,
  );
  const severities = ['empty', 'critical', 'low', 'ok', 'unknown'];
  const stations = severities.map((one) => now(`limelight_stations{severity="${one}"}`));
  expect(stations.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200);
});

test('each answer names its request, and believes no visitor’s name for it', async ({
  installation,
}) => {
  const ask = async (address: string) => {
    const headers = { 'x-request-id': 'a-name-of-the-visitors' };
    const answer = await fetch(`${installation.baseUrl}${address}`, { headers });
    await answer.text();
    return answer.headers.get('x-request-id');
  };
  const names = [await ask('/api/health'), await ask('/sign-in'), await ask('/sign-in')];
  for (const name of names) expect(name).toMatch(/^[0-9a-f-]{36}$/);
  expect(new Set(names).size).toBe(3);
});
