import { defineConfig, devices } from '@playwright/test';

/**
 * Run by `npm test`, which starts an installation and says by environment where it is:
 *
 * - BASE_URL: the pages
 * - AUTH_SECRET, DATABASE_URL, SYSTEM_ID: for fixtures that mint sessions and look things up
 * - ADMIN_EMAIL, ADMIN_PASSWORD: the administrator, for the spec that signs in by the form
 * - FEED_CONTROL_URL: the simulated feed's control, `${FEED_CONTROL_URL}/stations/ID` and so on
 * - LIMELIGHT_DIST_DIR: the build that is served, for a spec that serves it a second time
 * - everything web and worker have, so that a spec can run `jobs/runNow.ts` for a fetch now
 */
const isRoot = process.getuid?.() === 0;
const launchOptions = {
  // Unset where Playwright has a browser of its own.
  executablePath: process.env.CHROMIUM_PATH || undefined,
  args: [
    ...(isRoot ? ['--no-sandbox'] : []),
    '--disable-gpu',
    '--disable-quic',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results/e2e',
  // One installation with one feed: specs that change it must not run side by side.
  workers: 1,
  timeout: 60_000,
  // Named at the end where it was needed: see docs/decisions/0154.
  retries: 1,
  expect: {
    timeout: 15_000,
    // Letters are smoothed a little differently by each Chromium.
    toHaveScreenshot: { maxDiffPixelRatio: 0.02, animations: 'disabled' },
  },
  snapshotPathTemplate: 'e2e/snapshots/{arg}{ext}',
  updateSnapshots: process.env.UPDATE_SNAPSHOTS ? 'all' : 'none',
  forbidOnly: Boolean(process.env.CI),
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_REPORT_FILE ?? 'test-results/e2e.json' }],
  ],
  use: {
    baseURL: process.env.BASE_URL,
    locale: 'en-GB',
    timezoneId: 'Europe/Paris',
    serviceWorkers: 'block', // what one answers, `page.route` never sees
    // Tracing takes a picture of every frame: half of a spec's CPU where nothing draws but the CPU.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
    launchOptions,
  },
  projects: [
    {
      name: 'desktop',
      testIgnore: /\.phone\.spec\.ts$/,
      use: { ...devices['Desktop Chrome'], viewport: { width: 1440, height: 900 } },
    },
    {
      name: 'phone',
      testMatch: /\.phone\.spec\.ts$/,
      use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } },
    },
  ],
});
