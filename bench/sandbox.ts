/**
 * What a replay of seven days by two settings costs: time, CPU, memory, and how long it keeps the
 * event loop of a web process from everybody else.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { openFileStore } from '@/lib/archive/fileStore';
import { openTestDatabase } from '@/lib/db/testDatabase';
import { createHistoryReader } from '@/lib/history/createHistoryReader';
import { runSandbox, type SandboxSources } from '@/lib/pipeline/sandbox/runSandbox';
import type { SandboxResult } from '@/lib/pipeline/sandbox/sandboxResult';
import { defaultSettings, type Settings } from '@/lib/settings/settings';
import { peakMemoryMb, quantile, table, writeSection } from './report';
import { generateLog } from './rig/historyLog';
import { NOW_AT, STATIONS, SYSTEM_ID } from './rig/historyYear';

const DAYS = 7;
const RUNS = 5;
const DAY_S = 86_400;
const NANOS_A_MS = 1e6;

/** Other values in a rush that comes twice a day, so that rules change ten times in a week's days. */
const draft: Settings = {
  ...defaultSettings,
  minBikes: 6,
  criticalShare: 0.7,
  windows: [
    { windowId: 'am', name: 'Morning', days: [1, 2, 3, 4, 5], fromMin: 420, toMin: 570 },
    { windowId: 'pm', name: 'Evening', days: [1, 2, 3, 4, 5], fromMin: 1_020, toMin: 1_170 },
  ],
  overrides: [
    { districtId: null, windowId: 'am', values: { minBikes: 9 } },
    { districtId: null, windowId: 'pm', values: { minBikes: 9 } },
  ],
};

interface Measured {
  ms: number;
  cpuMs: number;
  longestMs: number;
  p99Ms: number;
  result: SandboxResult;
}

async function replayOnce(sources: SandboxSources): Promise<Measured> {
  const toAt = NOW_AT.getTime() / 1_000;
  const question = { draft, asked: { fromAt: toAt - DAYS * DAY_S, toAt }, lastingMin: 15 };
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const [startedAt, cpu] = [performance.now(), process.cpuUsage()];
  delay.enable();
  let result: SandboxResult | null = null;
  for await (const event of runSandbox(sources, question))
    if (event.kind === 'result') result = event.result;
  delay.disable();
  const { user, system } = process.cpuUsage(cpu);
  if (!result) throw new Error('the replay found nothing');
  return {
    ms: performance.now() - startedAt,
    cpuMs: (user + system) / 1_000,
    longestMs: delay.max / NANOS_A_MS,
    p99Ms: delay.percentile(99) / NANOS_A_MS,
    result,
  };
}

const folder = await mkdtemp(path.join(os.tmpdir(), 'limelight-sandbox-'));
const database = await openTestDatabase();
try {
  const logged = await generateLog(database.pool, DAYS);
  await database.pool.query(
    'INSERT INTO feed_state (system_id, status_fetched_at, status_checked_at) VALUES ($1, $2, $2)',
    [SYSTEM_ID, NOW_AT],
  );
  const sources: SandboxSources = {
    db: database.pool,
    systemId: SYSTEM_ID,
    reader: createHistoryReader({
      pool: database.pool,
      store: openFileStore(path.join(folder, 'archive')),
      cacheDir: path.join(folder, 'cache'),
      systemId: SYSTEM_ID,
      clock: () => NOW_AT,
    }),
    base: {
      timezone: 'Europe/Paris',
      districts: [],
      stations: {
        ...{ stationId: [], stationCode: [], name: [], lat: [], lon: [] },
        ...{ capacity: [], districtId: [] },
      },
    },
    inForce: { version: 0, settings: defaultSettings },
    nextTurn,
  };
  const memoryBeforeMb = peakMemoryMb();
  const runs: Measured[] = [];
  for (let run = 0; run < RUNS; run++) runs.push(await replayOnce(sources));
  const median = (of: (run: Measured) => number) => quantile(runs.map(of), 0.5);
  const [first] = runs;
  const { sides, stationsSeen } = first!.result;
  writeSection({
    name: 'sandbox',
    title: 'The threshold sandbox: a week by two settings',
    method: `\`bench/sandbox.ts\`: ${STATIONS} stations, ${DAYS} days of minute changes
(${first!.result.rows.toLocaleString('en')} rows, of ${logged.toLocaleString('en')} in the log), thresholds in force against a draft with other values in two rushes a day; the
whole run, from the question to the result, in this process, ${RUNS} times. "Longest" is the longest time the event
loop could not serve anybody else.`,
    body: `${table([
      ['', 'first', 'median', 'to reach'],
      ['time, ms', first!.ms.toFixed(0), median(({ ms }) => ms).toFixed(0), 'a few seconds'],
      [
        'CPU of the process, ms',
        first!.cpuMs.toFixed(0),
        median(({ cpuMs }) => cpuMs).toFixed(0),
        '',
      ],
      [
        'event loop held, longest, ms',
        first!.longestMs.toFixed(0),
        median(({ longestMs }) => longestMs).toFixed(0),
        '< 50',
      ],
      [
        'event loop held, p99, ms',
        first!.p99Ms.toFixed(0),
        median(({ p99Ms }) => p99Ms).toFixed(0),
        '',
      ],
    ])}

It judged ${stationsSeen.toLocaleString('en')} stations and found ${sides[0].alerts.toLocaleString('en')} alerts in force, ${sides[1].alerts.toLocaleString('en')} by the draft. Peak memory of
the process ${peakMemoryMb().toFixed(0)} MB, ${memoryBeforeMb.toFixed(0)} MB before the first run.`,
  });
} finally {
  await database.close();
  await rm(folder, { recursive: true, force: true });
}
