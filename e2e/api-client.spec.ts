import { API_ROUTES } from '@/lib/api/apiRoutes';
import { API_SCOPES, type ApiScope } from '@/lib/auth/apiScopes';
import { createApiToken } from '@/lib/auth/apiTokenStore';
import { expect, test } from './fixtures';
import { type ApiClient, type ClientAnswer, generateClient } from './support/apiClient';

const SECOND_MS = 1_000;
const HOUR_MS = 3_600 * SECOND_MS;

type Row = Record<string, unknown> & { stationId: string };

test('a client generated from the document reads the whole API', async ({
  request,
  installation,
  db,
  person,
}, info) => {
  const document = await (await request.get('/api/v1/openapi.json')).json();
  const client = await generateClient(document, info.outputPath('client'));
  const tokenOf = async (scopes: readonly ApiScope[]) =>
    (await createApiToken(db, person!.id, { name: 'Client', scopes, validDays: 1 })).token;
  client.defaults.baseUrl = installation.baseUrl;
  client.defaults.headers = { authorization: `Bearer ${await tokenOf(API_SCOPES)}` };
  const now = Date.now();
  // What is fetched right now may come between two looks.
  const [from, to] = [now - HOUR_MS, now - 2 * SECOND_MS].map((ms) => new Date(ms).toISOString());

  const { stations } = await read<{ stations: Row[] }>(client, 'listStations');
  expect(stations.length).toBeGreaterThan(5);
  const asked = stations.slice(0, 2).map(({ stationId }) => stationId);
  const one = await read<{ station: Row }>(client, 'getStation', asked[0]);
  expect(one.station.stationId).toBe(asked[0]);
  const { status } = await read<{ status: Row[] }>(client, 'listStatus');
  expect(status.map(({ stationId }) => stationId).sort()).toEqual(
    stations.map(({ stationId }) => stationId).sort(),
  );
  const { oldestAt, newestAt } = await read<Record<'oldestAt' | 'newestAt', string>>(
    client,
    'getHistoryReach',
  );
  // The minute is what counts: in the first one of an installation nothing was known at its beginning.
  const minute = `${newestAt.slice(0, 16)}:00.000Z`;
  const past = await call(client, 'listStatus', { at: newestAt });
  expect(past).toMatchObject(
    minute >= oldestAt
      ? { status: 200, data: { at: minute } }
      : { status: 404, data: { error: 'notFound' } },
  );
  const { deficits } = await read<{ deficits: Row[] }>(client, 'listDeficits', {
    severity: 'empty',
  });
  expect(new Set(deficits.map(({ severity }) => severity))).toEqual(
    new Set(deficits.length > 0 ? ['empty'] : []),
  );
  await read(client, 'listDistricts');
  await read(client, 'listHistoryGaps', from, to);
  for (const rows of ['Stations', 'Districts', 'Hours', 'Weeks']) {
    await read(client, `listInsight${rows}`, { days: 7 });
  }

  const stream = await request.get('/api/v1/history', {
    params: new URLSearchParams([
      ['from', from!],
      ['to', to!],
      ['format', 'ndjson'],
      ...asked.map((id) => ['stationId', id]),
    ]),
    headers: client.defaults.headers,
  });
  const lines = (await stream.text()).split('\n').filter((line) => line !== '');
  const limit = Math.max(1, Math.ceil(lines.length / 3));
  const pages: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await read<{ history: Row[]; nextCursor: string | null }>(
      client,
      'listHistory',
      from,
      to,
      { stationId: asked, limit, cursor },
    );
    pages.push(...page.history);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(pages.length).toBeGreaterThan(1);
  expect(lines.map((line) => JSON.parse(line))).toEqual(pages);

  client.defaults.headers = { authorization: `Bearer ${await tokenOf(['stations.read'])}` };
  const refused = await call(client, 'listStatus', { at: newestAt });
  expect(refused).toMatchObject({ status: 403, data: { error: 'forbidden' } });
});

/** Asks by a generated function, and holds the answer against the schema of its address. */
async function read<Answer>(client: ApiClient, operationId: string, ...values: unknown[]) {
  const answer = await call(client, operationId, ...values);
  expect(answer.status, operationId).toBe(200);
  const route = API_ROUTES.find((one) => one.operationId === operationId);
  return route!.answer.parse(answer.data) as Answer;
}

function call(client: ApiClient, operationId: string, ...values: unknown[]): Promise<ClientAnswer> {
  const operation = client[operationId] as (...given: unknown[]) => Promise<ClientAnswer>;
  return operation(...values);
}

test('the reference says how everything is asked', async ({ page }) => {
  await page.goto('/me');
  await page.getByRole('link', { name: 'What can be read' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'API reference' })).toBeVisible();
  await page.getByRole('link', { name: '/api/v1/history Every observation' }).click();
  const section = page.getByRole('region', { name: '/api/v1/history', exact: true });
  await expect(section).toBeInViewport();
  await expect(section.getByRole('row', { name: /^from required/ })).toBeVisible();
  const document = page.getByRole('link', { name: 'OpenAPI document', exact: true });
  await expect(document).toHaveAttribute('href', '/api/v1/openapi.json');
});
