/** What a map page costs the server, and what the join behind it costs alone. */
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { createCityLoader } from '@/lib/pipeline/loadCity';
import { joinStations } from '@/lib/stations/joinStations';
import { WEB_ARGS } from '../scripts/launch/webArgs.mjs';
import { quantile, table, writeSection } from './report';
import { type BenchCity, startBenchCity } from './rig/benchCity';
import { ensureBaseline } from './rig/ensureBaseline';
import { bodyBytes, type Load, type LoadResult, loadPage } from './rig/loadPage';

const STATIONS = 1_500;
const LIMIT_MS = 10;
const CALLS = 200;
/** Until V8 has compiled what is run often: some thousand pages. */
const WARM_UP: Load = { connections: 8, ratePerS: null, durationS: 40 };
const MODERATE: Load = { connections: 4, ratePerS: 10, durationS: 15 };
const SATURATED: Load = { connections: 8, ratePerS: null, durationS: 15 };

interface Served {
  bytes: number;
  gzipBytes: number;
  moderate: LoadResult;
  saturated: LoadResult;
}

interface Called {
  name: string;
  ms: number[];
  /** Of this process, a call. */
  cpuMs: number;
}

async function measurePage(city: BenchCity, webPid: number): Promise<Served> {
  const url = `${city.url}/map`;
  const page = {
    url,
    headers: { cookie: city.cookie, 'accept-encoding': 'gzip, deflate, br, zstd' },
  };
  const plain = { url, headers: { cookie: city.cookie, 'accept-encoding': 'identity' } };
  const server = { pool: city.database.pool, webPid };
  await loadPage(page, WARM_UP, server);
  return {
    moderate: await loadPage(page, MODERATE, server),
    saturated: await loadPage(page, SATURATED, server),
    bytes: await bodyBytes(plain),
    gzipBytes: await bodyBytes(page),
  };
}

async function measureProduct(city: BenchCity): Promise<Served> {
  const web = await city.startWeb();
  const served = await measurePage(city, web.pid()!);
  await web.stop();
  return served;
}

/** The same desk, read by Prisma's `include` and handed over as objects. */
async function measureBaseline(city: BenchCity, cwd: string): Promise<Served> {
  const [flag, script] = WEB_ARGS;
  const args = [flag!, path.resolve(script!)];
  const spec = { name: 'baseline', command: process.execPath, args, cwd, env: city.env };
  const web = await city.startServer(spec);
  const served = await measurePage(city, web.pid()!);
  await web.stop();
  return served;
}

async function measureCalls({ database, systemId }: BenchCity): Promise<Called[]> {
  const { pool } = database;
  const city = await joinStations(pool, systemId, null);
  const known = { ...city!.columns!, marker: city!.marker };
  const older = { ...known.marker, statusVersion: 0 };
  const warm = createCityLoader(pool, systemId, () => new Date());
  const { PrismaClient } = await import('./baseline/generated/client');
  const prisma = new PrismaClient({ adapter: new PrismaPg(pool) });
  const include = { where: { systemId, removedAt: null }, include: { status: true } };
  return [
    await call('one Prisma `include`', () => prisma.station.findMany(include)),
    await call('join, all columns', () => joinStations(pool, systemId, null)),
    await call('join, stations known', () =>
      joinStations(pool, systemId, { ...known, marker: older }),
    ),
    await call('join, marker known', () => joinStations(pool, systemId, known)),
    await call('join, judge from nothing', () =>
      createCityLoader(pool, systemId, () => new Date()).load(),
    ),
    await call('join and judge, marker known', () => warm.load()),
  ];
}

async function call(name: string, run: () => Promise<unknown>): Promise<Called> {
  for (let k = 0; k < CALLS / 4; k++) await run();
  const ms: number[] = [];
  const before = process.cpuUsage();
  for (let k = 0; k < CALLS; k++) {
    const startedAtMs = performance.now();
    await run();
    ms.push(performance.now() - startedAtMs);
  }
  const { user, system } = process.cpuUsage(before);
  return { name, ms, cpuMs: (user + system) / 1_000 / CALLS };
}

function pageRows(product: Served, baseline: Served): (string | number)[][] {
  const row = (
    name: string,
    read: (served: Served) => number,
    words: (value: number) => string,
  ) => [
    name,
    words(read(product)),
    words(read(baseline)),
    (read(baseline) / read(product)).toFixed(1),
  ];
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  const wholeMs = (value: number) => `${value.toFixed(0)} ms`;
  const kb = (value: number) => `${(value / 1_000).toFixed(0)} kB`;
  return [
    ['', 'the page', 'with one `include`', 'ratio'],
    row('CPU of web a page, 10 a second', ({ moderate }) => moderate.cpu.webMs, ms),
    row('CPU of web a page, saturated', ({ saturated }) => saturated.cpu.webMs, ms),
    row('CPU of Postgres a page, saturated', ({ saturated }) => saturated.cpu.postgresMs, ms),
    row('p50, 10 a second', ({ moderate }) => moderate.p50Ms, wholeMs),
    row('p99, 10 a second', ({ moderate }) => moderate.p99Ms, wholeMs),
    row('p50, saturated', ({ saturated }) => saturated.p50Ms, wholeMs),
    row('p99, saturated', ({ saturated }) => saturated.p99Ms, wholeMs),
    row(
      'pages a second, saturated',
      ({ saturated }) => saturated.perS,
      (n) => n.toFixed(0),
    ),
    row('HTML', ({ bytes }) => bytes, kb),
    row('HTML, compressed', ({ gzipBytes }) => gzipBytes, kb),
  ];
}

function report(product: Served, baseline: Served, calls: Called[]): void {
  const { webMs, postgresMs } = product.saturated.cpu;
  const isReached = webMs + postgresMs < LIMIT_MS;
  const callRows = calls.map(({ name, ms, cpuMs }) => [
    name,
    ...[quantile(ms, 0.5), quantile(ms, 0.99), cpuMs].map((value) => value.toFixed(1)),
  ]);
  writeSection({
    name: 'mapPage',
    title: 'The map page under load',
    method: `\`bench/mapPage.ts\`: a generated city of ${STATIONS.toLocaleString('en')} stations, fetched and stored by the product's own jobs; the production build in one web process; a signed-in session; pages asked for as Chromium asks (gzip, deflate, br, zstd), by autocannon in a process of its own: after ${WARM_UP.durationS} s to warm up, ${MODERATE.ratePerS} a second for ${MODERATE.durationS} s, then as fast as they come over ${SATURATED.connections} connections. CPU is user and system time of the whole process (compression on other threads included) and of the Postgres backends, from /proc. Beside it \`bench/baseline\`: the same desk, guard and layout, with stations read by one Prisma \`include\` and handed to the browser as objects (it keeps the rest of the city and the neighbours in memory, which is generous). To reach: under ${LIMIT_MS} ms CPU a page.`,
    body: `${table(pageRows(product, baseline))}

Web and Postgres together, saturated: ${(webMs + postgresMs).toFixed(1)} ms a page; under ${LIMIT_MS} ms: **${isReached ? 'reached' : 'not reached'}**.

The join alone, called from one process, ${CALLS} times each:

${table([['', 'p50 ms', 'p99 ms', 'CPU of Node ms'], ...callRows])}`,
  });
}

const baselineDir = await ensureBaseline();
const city = await startBenchCity({ stations: STATIONS });
try {
  const calls = await measureCalls(city);
  const product = await measureProduct(city);
  report(product, await measureBaseline(city, baselineDir), calls);
} finally {
  await city.stop();
}
