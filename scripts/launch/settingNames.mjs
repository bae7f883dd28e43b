/**
 * Everything a person can set by environment. Tests run without what the shell happens to hold.
 * A test keeps the list and docs/configuration.md equal to lib/env/env.ts.
 */
export const SETTING_NAMES = [
  ...['DATABASE_URL', 'REDIS_URL', 'SYSTEM_ID', 'FEED_URL', 'LIVE_FEED_URL', 'FALLBACK_FEED_URL'],
  ...['VEHICLE_FEED_URL', 'VEHICLE_KIND', 'DISTRICT_URLS', 'ARCHIVE_URL', 'S3_ENDPOINT'],
  ...[
    'AVAILABILITY_EVERY_S',
    'LIMELIGHT_PARENT',
    'S3_REGION',
    'AWS_ACCESS_KEY_ID',
    'AWS_SECRET_ACCESS_KEY',
    'DATA_DIR',
    'AUTH_SECRET',
  ],
  ...['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'OIDC_NAME', 'OIDC_SCOPE'],
  ...['OIDC_ALLOWED_DOMAINS', 'OIDC_GROUPS_CLAIM', 'OIDC_ROLES'],
  ...['SMTP_URL', 'MAIL_FROM', 'WEBHOOK_TRUSTED_HOSTS'],
  ...['PUBLIC_URL', 'TRUST_PROXY', 'TILE_URL', 'TILE_ATTRIBUTION', 'LOG_LEVEL'],
  ...['METRICS_TOKEN', 'API_REQUESTS_PER_MIN', 'API_BURST'],
  ...['HOST', 'PORT', 'ADMIN_EMAIL', 'ADMIN_PASSWORD', 'NEXTAUTH_URL', 'NEXTAUTH_SECRET'],
];

/**
 * The environment without any setting of Limelight's, and without what test runners leave in it.
 *
 * @param {Record<string, string | undefined>} env
 * @returns {Record<string, string | undefined>}
 */
export function withoutSettings(env) {
  const runnerNames = ['NODE_ENV', 'NODE_OPTIONS', 'VITEST', 'FORCE_COLOR'];
  return Object.fromEntries(
    Object.entries(env).filter(
      ([name]) => !SETTING_NAMES.includes(name) && !runnerNames.includes(name),
    ),
  );
}
