import { csvCell } from '@/lib/pipeline/exportStations';
import type { AuditEntry } from './auditLogStore';

export const AUDIT_FORMATS = ['csv', 'json'] as const;
export type AuditFormat = (typeof AUDIT_FORMATS)[number];

const COLUMNS = [
  ...(['at', 'actorName', 'actorId', 'action', 'subject'] as const),
  ...(['before', 'after', 'address', 'id'] as const),
];

/** Entries as the text of a file that other tools open, piece by piece. */
export async function* exportAudit(
  batches: AsyncIterable<AuditEntry[]>,
  format: AuditFormat,
): AsyncGenerator<string> {
  if (format === 'csv') {
    yield `${COLUMNS.join(',')}\r\n`;
    for await (const entries of batches) yield entries.map(csvLine).join('');
    return;
  }
  let separator = '{"entries":[\n';
  for await (const entries of batches) {
    yield separator + entries.map((entry) => JSON.stringify(entry)).join(',\n');
    separator = ',\n';
  }
  yield separator.startsWith('{') ? '{"entries":[]}\n' : '\n]}\n';
}

function csvLine(entry: AuditEntry): string {
  const cells = COLUMNS.map((column) => {
    const value = entry[column];
    if (value instanceof Date) return value.toISOString();
    return csvCell(typeof value === 'object' && value !== null ? JSON.stringify(value) : value);
  });
  return `${cells.join(',')}\r\n`;
}
