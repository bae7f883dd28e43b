import { z } from 'zod';
import { checkOidcFields, isSafeIssuer, readDomains, readRoles } from './oidcFields';

const optionalText = z
  .string()
  .trim()
  .transform((text) => (text === '' ? undefined : text))
  .optional();
const optionalUrl = optionalText.pipe(z.url().optional());

/**
 * The one door for configuration. README.md documents each name; scripts/launch/options.mjs sets
 * what `npm start` decides.
 */
const envSchema = z.object({
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must be a postgresql:// URL'),
  /** Absent: the queue lives in Postgres too. */
  REDIS_URL: optionalText.pipe(
    z
      .string()
      .regex(/^rediss?:\/\//)
      .optional(),
  ),
  /** Which city's rows are read and written. */
  SYSTEM_ID: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits, hyphens')
    .default('velib'),
  FEED_URL: z
    .url()
    .default('https://velib-metropole-opendata.smovengo.cloud/opendata/Velib_Metropole/gbfs.json'),
  /** Set beside a simulated city that stands in for it: the worker watches whether it answers. */
  LIVE_FEED_URL: optionalUrl,
  /** Base of an Explore v2.1 catalogue that also carries Vélib's data; "none" switches it off. */
  FALLBACK_FEED_URL: optionalText,
  /**
   * Seconds between two fetches of availability, a divisor of a minute. Less than 60 is for tests
   * and for feeds that move faster than Vélib's.
   */
  AVAILABILITY_EVERY_S: z.coerce
    .number()
    .int()
    .min(1)
    .max(60)
    .refine((seconds) => 60 % seconds === 0, 'must divide a minute')
    .default(60),
  VEHICLE_FEED_URL: optionalUrl,
  VEHICLE_KIND: z.enum(['bike', 'scooter', 'other']).default('bike'),
  /** Comma-separated GeoJSON URLs or files, coarse level first. */
  DISTRICT_URLS: optionalText,
  /** file:///directory or s3://bucket/prefix */
  ARCHIVE_URL: optionalText.pipe(
    z
      .string()
      .regex(/^(file|s3):/)
      .optional(),
  ),
  S3_ENDPOINT: optionalUrl,
  S3_REGION: z.string().default('us-east-1'),
  AWS_ACCESS_KEY_ID: optionalText,
  AWS_SECRET_ACCESS_KEY: optionalText,
  /** Where the worker spools what it cannot store at once. */
  DATA_DIR: z.string().default('.data'),
  AUTH_SECRET: z.string().min(32, 'at least 32 characters').optional(),
  /** The address people type; links and the sign-in cookie's security follow from it. */
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  /** Single sign-on, all or nothing: the issuer whose discovery document names everything else. */
  OIDC_ISSUER: optionalText.pipe(
    z.url().refine(isSafeIssuer, 'https://, without query; http:// on loopback only').optional(),
  ),
  OIDC_CLIENT_ID: optionalText,
  OIDC_CLIENT_SECRET: optionalText,
  /** On the button. */
  OIDC_NAME: optionalText,
  OIDC_SCOPE: optionalText
    .transform((text) => text ?? 'openid email profile')
    .refine((text) => text.split(' ').includes('openid'), 'must contain openid'),
  /** Domains of e-mail addresses by commas, sub-domains not included. */
  OIDC_ALLOWED_DOMAINS: optionalText.pipe(z.string().transform(readDomains).optional()),
  OIDC_GROUPS_CLAIM: optionalText.transform((text) => text ?? 'groups'),
  /** GROUP=ROLE by semicolons; who is in none of the groups stays out. */
  OIDC_ROLES: optionalText.pipe(z.string().transform(readRoles).optional()),
  /** smtp://user:password@host:port or smtps:; absent: no mail is sent. */
  SMTP_URL: optionalText.pipe(
    z
      .string()
      .regex(/^smtps?:\/\/./, 'must be an smtp:// or smtps:// URL')
      .optional(),
  ),
  /** An address, or a name with one in angle brackets. */
  MAIL_FROM: optionalText.pipe(
    z
      .string()
      .regex(/^[^<>\r\n]*(<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/, 'must be an address')
      .optional(),
  ),
  /** Hosts, by commas, that webhooks may reach over http and in private networks. */
  WEBHOOK_TRUSTED_HOSTS: optionalText,
  /** How many reverse proxies stand in front, each adding to X-Forwarded-For. */
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  /** Requests that a person's session, or a token, may make to /api/v1 a minute; 0: any number. */
  API_REQUESTS_PER_MIN: z.coerce.number().int().min(0).max(1_000_000).default(120),
  /** Of these, how many at once, before the minute's pace holds. */
  API_BURST: z.coerce.number().int().min(1).max(1_000_000).default(60),
  /** Leaflet template; "none" draws no tiles. */
  TILE_URL: optionalText,
  TILE_ATTRIBUTION: optionalText,
  /** Set by a parent that holds standard input open: the worker ends when it closes. */
  LIMELIGHT_PARENT: optionalText,
  /** Who asks for /metrics must bring it; absent: there is no such page. */
  METRICS_TOKEN: optionalText.pipe(z.string().min(16, 'at least 16 characters').optional()),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
});

const wholeSchema = envSchema
  .superRefine(checkOidcFields)
  .refine(({ SMTP_URL, MAIL_FROM }) => !SMTP_URL || MAIL_FROM, {
    path: ['MAIL_FROM'],
    message: 'is needed with SMTP_URL',
  });

export type Env = z.infer<typeof envSchema>;

/**
 * Reads and checks the whole environment.
 *
 * @throws one Error that lists every bad name with its reason
 */
export function readEnv(source: Record<string, string | undefined>): Env {
  const result = wholeSchema.safeParse(source);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new Error(`The environment is not usable:\n${lines.join('\n')}`);
}

let cached: Env | undefined;

/** The process's environment, checked at the first call. */
export function env(): Env {
  cached ??= readEnv(process.env);
  return cached;
}
