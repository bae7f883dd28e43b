/**
 * An error in one line, for a table or a screen. Several errors in one (a refused connection to
 * both address families) are joined.
 */
export function describeError(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0)
    return error.errors.map(describeError).join('; ');
  if (error instanceof Error) return error.message || error.name;
  return String(error);
}
