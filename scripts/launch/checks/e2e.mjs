import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureBuild } from '../build.mjs';
import { ensureChromium } from '../chromium.mjs';
import { anyFreePort } from '../ports.mjs';
import { sayChoice } from '../report.mjs';
import { withoutSettings } from '../settingNames.mjs';
import { startStack } from '../stack.mjs';
import { bold, say } from '../terminal.mjs';
import { readPlaywrightReport, sum } from './outcome.mjs';
import { runTool } from './runTool.mjs';

/** A spec mostly waits: two lines of them keep two cores busy. */
const SHARDS = Math.min(2, os.availableParallelism());
const PLAYWRIGHT = path.join('node_modules', '@playwright', 'test', 'cli.js');
const ADMIN = { ADMIN_EMAIL: 'admin@example.org', ADMIN_PASSWORD: 'correct-horse-battery-1' };
const METRICS_TOKEN = 'scrape-this-installation';
const TILE_URL = 'https://tiles.example/{z}/{x}/{y}.png';
/** A weekday morning at its usual pace: within a spec little changes but what the spec changes. */
const CITY = ['--city', '300', '--seed', '7', '--from', '2022-05-17T06:30:00Z'];
/** What a spec does to the feed is on the page within seconds. */
const CADENCE = { AVAILABILITY_EVERY_S: '2' };

/**
 * End-to-end tests in Chromium against whole installations of their own: each takes its share of
 * the specs, for specs of one installation cannot run side by side.
 *
 * @param {import('./parts.mjs').PartContext} context
 */
export async function runEndToEnd({ root, dir, filters, signal }) {
  const chromium = await ensureChromium(root, signal);
  const buildDir = await ensureBuild(root, signal);
  const count = filters.length > 0 ? 1 : SHARDS;
  /** @type {Promise<import('./outcome.mjs').Outcome>[]} */
  const runs = [];
  for (let number = 1; number <= count; number++) {
    const shard = { number, count, dir: path.join(dir, String(number)) };
    fs.mkdirSync(shard.dir, { recursive: true });
    // One after the other: two that look for free ports at once may find the same.
    const stack = await startInstallation({ root, signal, buildDir, dataDir: shard.dir });
    runs.push(runShard(shard, stack, { root, filters, signal, chromium, buildDir }));
  }
  const ended = await Promise.allSettled(runs);
  const broken = ended.find((run) => run.status === 'rejected');
  if (broken) throw broken.reason;
  return sum(ended.flatMap((run) => (run.status === 'fulfilled' ? run.value : [])));
}

/**
 * @param {{ root: string, signal: AbortSignal, buildDir: string, dataDir: string }} where
 * @returns {Promise<import('../stack.mjs').Stack>}
 */
async function startInstallation(where) {
  return startStack({
    ...{ ...where, host: '127.0.0.1', durable: false },
    port: await anyFreePort(),
    // Nothing here leaves the machine: the specs play the tiles' host, nobody watches the real feed.
    env: {
      ...withoutSettings(process.env),
      ...ADMIN,
      ...CADENCE,
      TILE_URL,
      METRICS_TOKEN,
      LIVE_FEED_URL: '',
      // A spec that wants mail listens there itself.
      SMTP_URL: `smtp://127.0.0.1:${await anyFreePort()}`,
      MAIL_FROM: 'Limelight <limelight@example.org>',
      WEBHOOK_TRUSTED_HOSTS: '127.0.0.1',
    },
    sourceKind: 'simulated',
    cityArgs: CITY,
    onChoice: sayChoice,
    onLog: () => {},
    onFall: (name, how) => say(`${name} ended by itself (${how}).`),
  });
}

/**
 * @param {{ number: number, count: number, dir: string }} shard
 * @param {import('../stack.mjs').Stack} stack stopped at the end
 * @param {{ root: string, filters: string[], signal: AbortSignal, chromium: string | null, buildDir: string }} given
 * @returns {Promise<import('./outcome.mjs').Outcome>}
 */
async function runShard({ number, count, dir }, stack, given) {
  const { root, filters, signal, chromium, buildDir } = given;
  const reportFile = path.join(dir, 'playwright.json');
  const output = path.join('test-results', `e2e-${number}`);
  try {
    const env = {
      ...stack.env,
      ...ADMIN,
      METRICS_TOKEN,
      NODE_ENV: 'test',
      BASE_URL: stack.url,
      FEED_CONTROL_URL: `${stack.simulatedUrl}/control`,
      // The very pages under test: a spec can serve another city with them.
      LIMELIGHT_DIST_DIR: buildDir,
      CHROMIUM_PATH: chromium ?? undefined,
      PLAYWRIGHT_REPORT_FILE: reportFile,
      // Lines of two shards on one terminal: none may go back to an earlier one.
      PLAYWRIGHT_FORCE_TTY: count > 1 ? '0' : undefined,
    };
    const args = [PLAYWRIGHT, 'test', '--output', output, `--shard=${number}/${count}`, ...filters];
    const exitedWell = await runTool(args, { root, env, signal });
    const outcome = readPlaywrightReport(
      JSON.parse(fs.readFileSync(reportFile, 'utf8')),
      exitedWell,
    );
    for (const title of outcome.flaky) say(`${bold('Passed only when tried again:')} ${title}`);
    return outcome;
  } finally {
    await stack.stop();
    // Beside Playwright's own traces, for whoever has to find out.
    fs.cpSync(path.join(dir, 'logs'), path.join(root, output, 'logs'), { recursive: true });
  }
}
