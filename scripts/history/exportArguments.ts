import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { HISTORY_FILE_FORMATS, type HistoryFileFormat } from '@/lib/api/exportHistory';

export const EXPORT_HELP = `Usage: npm run history:export -- --from WHEN [options]

Writes a span of the past to a file that other tools open.

  --from WHEN        the beginning: 2022-05-17, 2022-05-17T05:00Z; without a zone it is UTC
  --to WHEN          the end, not part of it; default: now
  --format F         csv, parquet: every observation; geojson: each station as it stood at the end,
                     with what the span was like for it (default: csv)
  --stations A,B     only these, by id or painted code; default: all
  --out FILE         default: standard output
  --system ID        which city; default: the installation's
  --data DIR         of the installation; default: DATA_DIR, else .data

Columns and their meaning: docs/history.md.`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  from: { type: 'string' },
  to: { type: 'string' },
  format: { type: 'string' },
  stations: { type: 'string' },
  out: { type: 'string' },
  system: { type: 'string' },
} as const;

const instant = z.string().transform((text, context) => {
  // Without a zone it is UTC, wherever this machine stands; a date alone is UTC by itself.
  const isZoned = text.length <= 10 || /(Z|[+-]\d\d:?\d\d)$/.test(text);
  const at = new Date(isZoned ? text : `${text}Z`);
  if (!Number.isNaN(at.getTime())) return at;
  context.addIssue(`${text} is no instant like 2022-05-17T05:00Z`);
  return z.NEVER;
});

const argumentsSchema = z.object({
  from: instant,
  to: instant.optional(),
  format: z.enum(HISTORY_FILE_FORMATS).default('csv'),
  stations: z
    .string()
    .transform((text) => text.split(',').filter((word) => word !== ''))
    .optional(),
  out: z.string().optional(),
  system: z.string().optional(),
});

export interface ExportArguments {
  from: Date;
  to: Date;
  format: HistoryFileFormat;
  /** Ids or painted codes; null: all. */
  stations: string[] | null;
  outFile: string | null;
  systemId: string | null;
}

/**
 * Reads the command line of `npm run history:export`.
 *
 * @param directory that a relative file is named from
 * @returns null where help was asked for
 * @throws Error that says what is wrong with which option
 */
export function parseExportArguments(
  argv: string[],
  directory: string,
  nowAt: Date,
): ExportArguments | null {
  const { values } = parseArgs({ args: argv, options: OPTIONS });
  if (values.help) return null;
  const result = argumentsSchema.safeParse(values);
  if (!result.success) throw new Error(z.prettifyError(result.error));
  const { from, to = nowAt, format, stations, out, system } = result.data;
  if (from >= to) throw new Error('--from must be before --to');
  return {
    from,
    to: to < nowAt ? to : nowAt,
    format,
    stations: stations ?? null,
    outFile: out === undefined ? null : path.resolve(directory, out),
    systemId: system ?? null,
  };
}
