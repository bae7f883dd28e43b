import fs from 'node:fs';
import path from 'node:path';
import { ensureBuild } from '../build.mjs';
import { ensureChromium } from '../chromium.mjs';
import { anyFreePort } from '../ports.mjs';
import { sayChoice } from '../report.mjs';
import { withoutSettings } from '../settingNames.mjs';
import { startStack } from '../stack.mjs';
import { say } from '../terminal.mjs';
import { readPlaywrightReport } from './outcome.mjs';
import { runTool } from './runTool.mjs';

const PLAYWRIGHT = path.join('node_modules', '@playwright', 'test', 'cli.js');
const ADMIN = { ADMIN_EMAIL: 'admin@example.org', ADMIN_PASSWORD: 'correct-horse-battery-1' };
const METRICS_TOKEN = 'scrape-this-installation';
const TILE_URL = 'https://tiles.example/{z}/{x}/{y}.png';
/** A weekday morning at its usual pace: within a spec little changes but what the spec changes. */
const CITY = ['--city', '300', '--seed', '7', '--from', '2022-05-17T06:30:00Z'];
/** What a spec does to the feed is on the page within seconds. */
const CADENCE = { AVAILABILITY_EVERY_S: '2' };

/**
 * End-to-end tests in Chromium against a whole installation of their own.
 *
 * @param {import('./parts.mjs').PartContext} context
 */
export async function runEndToEnd({ root, dir, filters, signal }) {
  const chromium = await ensureChromium(root, signal);
  const buildDir = await ensureBuild(root, signal);
  const stack = await startStack({
    ...{ root, signal, buildDir, dataDir: dir, host: '127.0.0.1', durable: false },
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
  const reportFile = path.join(dir, 'playwright.json');
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
    };
    const exitedWell = await runTool([PLAYWRIGHT, 'test', ...filters], { root, env, signal });
    return readPlaywrightReport(JSON.parse(fs.readFileSync(reportFile, 'utf8')), exitedWell);
  } finally {
    await stack.stop();
    // Beside Playwright's own traces, for whoever has to find out.
    fs.cpSync(path.join(dir, 'logs'), path.join(root, 'test-results', 'logs'), { recursive: true });
  }
}
