/**
 * Postgres array literals for `unnest`: one string a column, built without the escaping and the
 * per-element dispatch of the driver, which would cost more than the write itself at 150,000 rows.
 */

/** `{1,NULL,3}` for numbers and booleans. */
export function arrayLiteral(values: readonly (number | boolean | null)[]): string {
  return `{${values.map((value) => value ?? 'NULL').join(',')}}`;
}

/** `{"a","b \"quoted\"",NULL}` for any text. */
export function textArrayLiteral(values: readonly (string | null)[]): string {
  return `{${values.map((value) => (value === null ? 'NULL' : quoted(value))).join(',')}}`;
}

/** Nothing in it means anything to the array parser, the word NULL aside. */
const PLAIN = /^[\w-]+$/;

function quoted(value: string): string {
  if (PLAIN.test(value) && value.toUpperCase() !== 'NULL') return value;
  return `"${value.replaceAll(/["\\]/g, String.raw`\$&`)}"`;
}
