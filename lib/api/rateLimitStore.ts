import type { Database } from '@/lib/db/database';

/** How fast one subject may ask. */
export interface Pace {
  requestsPerMin: number;
  /** How many at once, at least 1. */
  burst: number;
}

/** Who is counted: a token, or a person by all their sessions. */
export interface RateSubject {
  /** `token:<id>` or `user:<id>`. */
  subject: string;
  userId: string;
}

export interface RateVerdict {
  isAllowed: boolean;
  /** Whole requests that can follow at once. */
  remaining: number;
  /** Seconds until a refused request would be let in; 0 for one that was. */
  waitS: number;
  /** Seconds until the bucket is full again. */
  fullInS: number;
}

/**
 * Takes a request out of a subject's token bucket, which fills at the pace and holds the burst. One
 * statement by the database's clock, so that any number of web processes share one bucket, and a
 * refused request costs nothing but the look.
 *
 * @param cost in requests; what exceeds the burst counts as the burst, or it could never be made
 */
export async function takeRequest(
  db: Database,
  { subject, userId }: RateSubject,
  { requestsPerMin, burst }: Pace,
  cost = 1,
): Promise<RateVerdict> {
  const perS = requestsPerMin / 60;
  const price = Math.min(cost, burst);
  const values = [subject, userId, burst, perS, price];
  const { rows: taken } = await db.query<{ tokens: number }>({
    ...{ name: 'take-api-request', text: TAKE_SQL, values },
  });
  const left = taken[0]?.tokens ?? (await readLevel(db, subject, burst, perS));
  const isAllowed = taken.length > 0;
  return {
    isAllowed,
    remaining: Math.floor(left),
    waitS: isAllowed ? 0 : Math.max(1, Math.ceil((price - left) / perS)),
    fullInS: Math.ceil((burst - left) / perS),
  };
}

async function readLevel(db: Database, subject: string, burst: number, perS: number) {
  const { rows } = await db.query<{ tokens: number }>(
    `SELECT ${levelSql('$2', '$3')} AS tokens FROM api_bucket b WHERE b.subject = $1`,
    [subject, burst, perS],
  );
  return rows[0]?.tokens ?? burst;
}

/** What is in a bucket by now. A clock that was set back empties none. */
function levelSql(burst: string, perS: string): string {
  const sinceS = 'greatest(0, extract(epoch FROM now() - b.filled_at))::float8';
  return `least(${burst}::float8, b.tokens + ${sinceS} * ${perS}::float8)`;
}

// Answers no row where too little is left. Parameters: 1 subject, 2 user, 3 burst, 4 per second, 5 price.
const TAKE_SQL = `
INSERT INTO api_bucket AS b (subject, user_id, tokens, filled_at)
VALUES ($1, $2, $3::float8 - $5::float8, now())
ON CONFLICT (subject) DO UPDATE
  SET tokens = ${levelSql('$3', '$4')} - $5::float8, filled_at = now()
  WHERE ${levelSql('$3', '$4')} >= $5::float8
RETURNING b.tokens`;
