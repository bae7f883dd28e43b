/** The installation under test, as `npm test` names it; playwright.config.ts has the list. */
export interface Installation {
  /** Where the pages are, without a slash at the end. */
  baseUrl: string;
  /** Base of the simulated feed's control, and of the feed itself. */
  feedControlUrl: string;
  feedUrl: string;
  databaseUrl: string;
  /** undefined: the queue lives in Postgres. */
  redisUrl: string | undefined;
  systemId: string;
  authSecret: string;
  dataDir: string;
  /** Of the pages: another web process can serve the same build. */
  buildDir: string;
  admin: { email: string; password: string };
  /** Where its mail goes: nobody listens there until a spec does. */
  smtpUrl: string;
}

/** @throws naming the variable that is missing: the specs only run by `npm test` */
export function readInstallation(): Installation {
  const feedControlUrl = setting('FEED_CONTROL_URL');
  return {
    baseUrl: setting('BASE_URL'),
    feedControlUrl,
    feedUrl: new URL('/', feedControlUrl).origin,
    databaseUrl: setting('DATABASE_URL'),
    redisUrl: process.env.REDIS_URL || undefined,
    systemId: setting('SYSTEM_ID'),
    authSecret: setting('AUTH_SECRET'),
    dataDir: setting('DATA_DIR'),
    buildDir: setting('LIMELIGHT_DIST_DIR'),
    admin: { email: setting('ADMIN_EMAIL'), password: setting('ADMIN_PASSWORD') },
    smtpUrl: setting('SMTP_URL'),
  };
}

function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the specs with \`npm test -- --only e2e\``);
  return value;
}
