import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type ColumnMap, parseColumnMap } from '@/lib/history/reportColumns';

export const IMPORT_HELP = `Usage: npm run history:import -- FILE... [options]

Loads recordings (.csv, .csv.gz, .parquet) into the change log and the archive. Run it again at any
time: what is loaded stays as it is, and what was cut off goes on.

  --system ID        which city; default: the installation's
  --stations CSV     station_code or station_id, name, lat, lon, capacity: stations of the recording
                     that are gone by now are entered as what they were
  --map FIELD=COLUMN the file's own names of columns, as in --map bikes=free,station=id
  --by WHICH         reported, fetched or at: the time of a row that counts (docs/history.md)
  --polls CSV        when the recorder looked, with --by fetched
  --rejects FILE     where rejected rows are listed; default: DATA_DIR/imports/
  --timezone ZONE    makes the city where it is not known here, as in --timezone Europe/Paris
  --into-simulated   into an invented city, which real recordings are kept out of otherwise
  --again            go through files that were imported before once more
  --data DIR         of the installation; default: DATA_DIR, else .data

Formats and what becomes of the rows: docs/history.md.`;

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  system: { type: 'string' },
  stations: { type: 'string' },
  map: { type: 'string', multiple: true },
  by: { type: 'string' },
  polls: { type: 'string' },
  rejects: { type: 'string' },
  timezone: { type: 'string' },
  'into-simulated': { type: 'boolean' },
  again: { type: 'boolean' },
} as const;

const argumentsSchema = z.object({
  files: z.array(z.string()).min(1, 'Which files? npm run history:import -- FILE...'),
  system: z.string().optional(),
  stations: z.string().optional(),
  map: z
    .array(z.string())
    .default([])
    .transform((parts) => parseColumnMap(parts.join(','), '--map')),
  by: z.enum(['reported', 'fetched', 'at']).optional(),
  polls: z.string().optional(),
  rejects: z.string().optional(),
  timezone: z.string().refine(isZone, 'is no zone like Europe/Paris').optional(),
  'into-simulated': z.boolean().default(false),
  again: z.boolean().default(false),
});

export interface ImportArguments {
  files: string[];
  systemId: string | null;
  stationsFile: string | null;
  columns: ColumnMap;
  basis: 'reported' | 'fetched' | 'at' | null;
  pollsFile: string | null;
  rejectsFile: string | null;
  /** Of a city that is to be made where it is not known. */
  timezone: string | null;
  intoSimulated: boolean;
  again: boolean;
}

/**
 * Reads the command line of `npm run history:import`.
 *
 * @param from the directory that relative files are named from
 * @returns null where help was asked for
 * @throws Error that says what is wrong with which option
 */
export function parseImportArguments(argv: string[], from: string): ImportArguments | null {
  const { values, positionals } = parseArgs({
    args: argv,
    options: OPTIONS,
    allowPositionals: true,
  });
  if (values.help) return null;
  const result = argumentsSchema.safeParse({ ...values, files: positionals });
  if (!result.success) throw new Error(z.prettifyError(result.error));
  const given = result.data;
  if (given.polls !== undefined && given.by !== 'fetched')
    throw new Error('--polls says when the recorder looked: it goes with --by fetched');
  const resolved = (file: string | undefined) =>
    file === undefined ? null : path.resolve(from, file);
  return {
    files: given.files.map((file) => path.resolve(from, file)),
    systemId: given.system ?? null,
    stationsFile: resolved(given.stations),
    columns: given.map,
    basis: given.by ?? null,
    pollsFile: resolved(given.polls),
    rejectsFile: resolved(given.rejects),
    timezone: given.timezone ?? null,
    intoSimulated: given['into-simulated'],
    again: given.again,
  };
}

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
