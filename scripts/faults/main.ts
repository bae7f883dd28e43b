import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ensureBuild } from '../launch/build.mjs';
import { findRedis, type RedisBinary } from '../launch/queue.mjs';
import { checkRun, type Verdict } from './check/checkRun';
import { runFaults } from './runFaults';
import type { RunRecord } from './runRecord';

const HELP = `Usage: npm run faults -- [options]

Runs a city of its own, kills and cuts off its parts as a seed says, and compares what the feed
answered with what the database has.

  --seed N          which faults when (1)
  --minutes M       how long each run lasts (1)
  --queue KIND      redis, postgres or both (both)
  --without-web     leaves the web process, and its build, out
  --keep            keeps the data and logs of the runs
  --judge FILE      judges the record.json of an earlier run again, and runs nothing
  --report FILE     writes what came of it as JSON
`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  seed: { type: 'string' },
  minutes: { type: 'string' },
  queue: { type: 'string' },
  'without-web': { type: 'boolean' },
  keep: { type: 'boolean' },
  judge: { type: 'string' },
  report: { type: 'string' },
} as const;

const optionsSchema = z.object({
  seed: z.coerce.number().int().default(1),
  minutes: z.coerce.number().min(0.5).max(1_440).default(1),
  queue: z.enum(['redis', 'postgres', 'both']).default('both'),
  'without-web': z.boolean().default(false),
  keep: z.boolean().default(false),
  judge: z.string().optional(),
  report: z.string().optional(),
});
type Options = z.infer<typeof optionsSchema>;

const root = path.resolve(import.meta.dirname, '..', '..');

async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS });
  if (values.help) return console.log(HELP);
  const options = optionsSchema.parse(values);
  if (options.judge) return tell(checkRun(JSON.parse(fs.readFileSync(options.judge, 'utf8'))));
  const redis = findRedis((process.env.PATH ?? '').split(path.delimiter).filter(Boolean));
  const buildDir = options['without-web'] ? null : await ensureBuild(root);
  const report = { passed: 0, failed: 0, skipped: [] as string[] };
  for (const queue of options.queue === 'both'
    ? (['redis', 'postgres'] as const)
    : [options.queue]) {
    if (queue === 'redis' && !redis) {
      report.skipped.push('faults with the queue in Redis: there is no redis-server here');
      continue;
    }
    const isSound = await runOne(options, queue === 'redis' ? redis : null, buildDir);
    report[isSound ? 'passed' : 'failed'] += 1;
  }
  if (options.report) fs.writeFileSync(options.report, JSON.stringify(report));
  for (const words of report.skipped) console.log(`Skipped: ${words}`);
  console.log(`${report.passed} runs sound, ${report.failed} not`);
  process.exitCode = report.failed > 0 ? 1 : 0;
}

async function runOne(
  { seed, minutes, keep }: Options,
  redis: RedisBinary | null,
  buildDir: string | null,
): Promise<boolean> {
  const dir = fs.mkdtempSync(path.join(os.tmpdir(), 'limelight-faults-'));
  console.log(`\nSeed ${seed}, queue in ${redis ? 'Redis' : 'Postgres'}, ${minutes} min`);
  let isSound = false;
  try {
    const options = { root, dir, seed, durationS: minutes * 60, redis, buildDir };
    const record = await runFaults({ ...options, onEvent: eventTeller() });
    fs.writeFileSync(path.join(dir, 'record.json'), JSON.stringify(record));
    const verdict = checkRun(record);
    tellRecovery(record);
    tell(verdict);
    isSound = verdict.violations.length === 0;
    return isSound;
  } finally {
    if (!isSound) keepEvidence(dir, `faults-${redis ? 'redis' : 'postgres'}-${seed}`);
    if (keep) console.log(`  Data, logs and record.json: ${dir}`);
    else fs.rmSync(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}

function eventTeller(): (words: string) => void {
  const startedMs = Date.now();
  return (words) =>
    console.log(`  ${((Date.now() - startedMs) / 1_000).toFixed(1).padStart(6)} s  ${words}`);
}

function tellRecovery({ recovery }: RunRecord): void {
  for (const { what, afterMs } of recovery)
    if (afterMs !== null) console.log(`  ${what} after ${(afterMs / 1_000).toFixed(1)} s`);
}

/** Beside what the browser tests leave, for whoever has to find out. */
function keepEvidence(dir: string, name: string): void {
  const kept = path.join(root, 'test-results', name);
  fs.rmSync(kept, { recursive: true, force: true });
  for (const evidence of ['logs', 'record.json'])
    if (fs.existsSync(path.join(dir, evidence)))
      fs.cpSync(path.join(dir, evidence), path.join(kept, evidence), { recursive: true });
  console.log(`  Logs and record: ${kept}`);
}

const MOST_TOLD = 30;

function tell({ violations, facts }: Verdict): void {
  console.log(
    `  ${facts.answers} answers, ${facts.stored} stored, ${facts.unchanged} unchanged, ` +
      `${facts.refused} refused, ${facts.lostInHand} in killed hands, ${facts.changes} changes; ` +
      `longest gap ${facts.longestGapS.toFixed(1)} s; ${facts.samples} looks, ` +
      `${facts.readiness} answers of the web`,
  );
  for (const violation of violations.slice(0, MOST_TOLD)) console.log(`  ✗ ${violation}`);
  if (violations.length > MOST_TOLD) console.log(`  ✗ and ${violations.length - MOST_TOLD} more`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.stack : error);
  process.exitCode = 1;
});
