/** Data exceptions and broken constraints: trying the same again gives the same error. */
const PERMANENT_CLASSES = new Set(['22', '23']);

/**
 * Whether an error says that Postgres is away, full, restarting or read-only, so that the same
 * write may succeed later. Connection and pool errors carry no SQLSTATE.
 *
 * @see https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
export function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error) || isProgrammingError(error)) return false;
  const code = sqlState(error);
  return code === null || !PERMANENT_CLASSES.has(code.slice(0, 2));
}

/** The five-character SQLSTATE of a Postgres error; null for any other error. */
export function sqlState(error: unknown): string | null {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  return typeof code === 'string' && /^(?=.*\d)[0-9A-Z]{5}$/.test(code) ? code : null;
}

function isProgrammingError(error: Error): boolean {
  return error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError;
}
