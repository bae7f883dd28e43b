/** A thousand people look at the map: how soon each has a snapshot, and what that costs. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { processCpuMs, quantile, table, writeSection } from './report';
import { type BenchCity, startBenchCity } from './rig/benchCity';
import { type CommitTimes, listenForCommits } from './rig/commitTimes';
import { type LoadResult, loadPage } from './rig/loadPage';
import type { ClientsOrder, ClientsReport } from './rig/mapClients';

const STATIONS = 1_500;
const MAPS = [0, 100, 1_000];
const SNAPSHOTS = 30;
const WARM_UP = 5;
/** Between two snapshots, so that each is alone. */
const PAUSE_MS = 500;

interface Watched {
  maps: number;
  openedMs: number;
  /** From commit to a map's last byte, all maps and snapshots together. */
  lagMs: number[];
  /** Of the last map, a snapshot each. */
  slowestMs: number[];
  cpuMs: number;
  memoryMb: number;
  bytes: number;
}

async function measure(city: BenchCity, maps: number): Promise<Watched> {
  const web = await city.startWeb();
  const webPid = web.pid()!;
  const commits = await listenForCommits(city.database.url);
  const openedAtMs = performance.now();
  const clients = maps > 0 ? await openClients({ url: city.url, cookie: city.cookie, maps }) : null;
  const watched: Watched = {
    ...{ maps, openedMs: performance.now() - openedAtMs, cpuMs: 0, memoryMb: 0, bytes: 0 },
    ...{ lagMs: [], slowestMs: [] },
  };
  for (let k = -WARM_UP; k < SNAPSHOTS; k++) {
    const cpuBeforeMs = processCpuMs(webPid);
    const arrived = clients ? nextArrival(clients) : null;
    city.feed.engine.tick();
    await city.runJob('fetch-availability');
    const arrival = await arrived;
    await delay(PAUSE_MS);
    if (k < 0) continue;
    watched.cpuMs += (processCpuMs(webPid) - cpuBeforeMs) / SNAPSHOTS;
    if (arrival) note(watched, arrival, commits);
  }
  watched.memoryMb = peakMemoryMb(webPid);
  clients?.kill();
  await commits.close();
  await web.stop();
  return watched;
}

type Arrival = Extract<ClientsReport, { kind: 'arrival' }>;

function note(watched: Watched, { statusVersion, atMs, bytes }: Arrival, commits: CommitTimes) {
  const committedAtMs = commits.atMs(statusVersion);
  if (committedAtMs === undefined) throw new Error(`Version ${statusVersion} was never heard of`);
  const lagMs = atMs.map((ms) => ms - committedAtMs);
  watched.lagMs.push(...lagMs);
  watched.slowestMs.push(quantile(lagMs, 1));
  watched.bytes = bytes;
}

async function openClients(order: ClientsOrder): Promise<ChildProcess> {
  const clients = fork('bench/rig/mapClients.ts', { execArgv: ['--import', 'tsx'] });
  clients.send(order);
  await nextReport(clients);
  return clients;
}

async function nextArrival(clients: ChildProcess): Promise<Arrival> {
  const report = await nextReport(clients);
  if (report.kind !== 'arrival') throw new Error(`Expected an arrival, got ${report.kind}`);
  return report;
}

async function nextReport(clients: ChildProcess): Promise<ClientsReport> {
  const ended = new AbortController();
  const end = once(clients, 'exit', { signal: ended.signal }).then(
    ([code]) => Promise.reject(new Error(`The clients ended with ${code}`)),
    () => new Promise<never>(() => {}), // the report was faster
  );
  const [report] = await Promise.race([once(clients, 'message'), end]);
  ended.abort();
  return report as ClientsReport;
}

/** What maps that ask for the whole view instead would cost, an answer. */
async function measureAsking(city: BenchCity): Promise<LoadResult> {
  const web = await city.startWeb();
  const headers = { cookie: city.cookie, 'accept-encoding': 'gzip' };
  const page = { url: `${city.url}/api/map/view`, headers };
  const server = { pool: city.database.pool, webPid: web.pid()! };
  const load = { connections: 8, ratePerS: null };
  await loadPage(page, { ...load, durationS: 4 }, server);
  const asked = await loadPage(page, { ...load, durationS: 8 }, server);
  await web.stop();
  return asked;
}

/** Peak resident memory of another process, MB; Linux only. */
function peakMemoryMb(pid: number): number {
  const kb = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb) / 1_024;
}

function report(all: Watched[], asked: LoadResult): void {
  const rows = all.map(({ maps, openedMs, lagMs, slowestMs, cpuMs, memoryMb, bytes }) => {
    const ms = (value: number) => (Number.isNaN(value) ? '' : value.toFixed(0));
    return [
      maps.toLocaleString('en'),
      maps > 0 ? ms(openedMs) : '',
      ms(quantile(lagMs, 0.5)),
      ms(quantile(lagMs, 0.99)),
      ms(quantile(slowestMs, 1)),
      cpuMs.toFixed(0),
      memoryMb.toFixed(0),
      maps > 0 ? (bytes / 1_000).toFixed(0) : '',
    ];
  });
  const most = all.at(-1)!;
  const askingMs = asked.cpu.webMs * most.maps;
  writeSection({
    name: 'openMaps',
    title: 'A thousand open maps',
    method: `\`bench/openMaps.ts\`: one web process; the maps are event streams of signed-in sessions, held by one other process on the same machine, which reads every byte. ${SNAPSHOTS} snapshots of ${STATIONS.toLocaleString('en')} stations are fetched and stored by the product's own job, ${WARM_UP} before them to warm up. The clock starts when Postgres has notified the commit and ends with the last byte at each map; "slowest" is the last map's of all snapshots. CPU is the web process's a snapshot, join and judgement included; memory is its peak.`,
    body: `${table([
      [
        'maps',
        'all open after ms',
        'p50 ms',
        'p99 ms',
        'slowest ms',
        'CPU ms',
        'peak MB',
        'kB a map',
      ],
      ...rows,
    ])}

${most.maps.toLocaleString('en')} maps that asked for the view instead would cost ${asked.cpu.webMs.toFixed(1)} ms of CPU each, ${(askingMs / 1_000).toFixed(1)} s a snapshot: ${(askingMs / most.cpuMs).toFixed(0)} times as much.`,
  });
}

const city = await startBenchCity({ stations: STATIONS });
try {
  const all: Watched[] = [];
  for (const maps of MAPS) all.push(await measure(city, maps));
  report(all, await measureAsking(city));
} finally {
  await city.stop();
}
