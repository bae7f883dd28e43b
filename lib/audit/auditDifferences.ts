/** One field of what was changed. undefined: it was not there. */
export interface AuditDifference {
  /** Path with dots: `thresholds.minBikes`. */
  field: string;
  before: string | undefined;
  after: string | undefined;
}

type Fields = Record<string, unknown> | null;

/** What changed, field by field, in the order in which the fields stand; equal ones are left out. */
export function auditDifferences(before: Fields, after: Fields): AuditDifference[] {
  const [old, young] = [flatten(before), flatten(after)];
  return [...new Set([...old.keys(), ...young.keys()])]
    .map((field) => ({ field, before: old.get(field), after: young.get(field) }))
    .filter((difference) => difference.before !== difference.after);
}

function flatten(value: unknown, path = ''): Map<string, string> {
  if (!isRecord(value)) return path === '' ? new Map() : new Map([[path, asText(value)]]);
  const parts = Object.entries(value).flatMap(([name, inner]) => [
    ...flatten(inner, path === '' ? name : `${path}.${name}`),
  ]);
  return new Map(parts);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string {
  if (Array.isArray(value)) return value.map(asText).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
