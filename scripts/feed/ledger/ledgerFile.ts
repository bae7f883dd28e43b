import { appendFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { LedgerEntry } from './ledgerEntry';

/**
 * Appends entries to a file, one JSON line each, at once: what was served is written down even if
 * the server is killed at the next moment. Each run begins with a line `{"run": ...}`.
 */
export function ledgerFile(
  file: string,
  run: Record<string, unknown>,
): (entry: LedgerEntry) => void {
  mkdirSync(path.dirname(path.resolve(file)), { recursive: true });
  appendFileSync(file, `${JSON.stringify({ run })}\n`);
  return (entry) => appendFileSync(file, `${JSON.stringify(entry)}\n`);
}
