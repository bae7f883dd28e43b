import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { isPosition } from '@/lib/geo/position';
import { parseColumnMap } from '@/lib/history/reportColumns';
import { DIALECT_NAMES } from './dialects/dialect';
import { parseFaults } from './faults/parseFaults';
import { type FeedOptions, feedOptions } from './feedOptions';

const OPTIONS = {
  help: { type: 'boolean', short: 'h' },
  city: { type: 'string' },
  stations: { type: 'string' },
  replay: { type: 'string' },
  columns: { type: 'string' },
  by: { type: 'string' },
  loop: { type: 'boolean' },
  name: { type: 'string' },
  from: { type: 'string' },
  speed: { type: 'string' },
  times: { type: 'string' },
  centre: { type: 'string' },
  seed: { type: 'string' },
  port: { type: 'string' },
  host: { type: 'string' },
  dialect: { type: 'string' },
  timezone: { type: 'string' },
  lag: { type: 'string' },
  period: { type: 'string' },
  districts: { type: 'string' },
  vehicles: { type: 'string' },
  'vehicle-kind': { type: 'string' },
  faults: { type: 'string' },
  ledger: { type: 'string' },
} as const;

const defaults = feedOptions({});
const number = z.coerce.number();

const argumentsSchema = z.object({
  city: number.int().min(1).max(200_000).default(1_500),
  stations: z.string().optional(),
  replay: z.string().optional(),
  columns: z
    .string()
    .default('')
    .transform((text) => parseColumnMap(text, '--columns')),
  by: z.enum(['reported', 'fetched']).default('reported'),
  loop: z.boolean().default(false),
  name: z.string().optional(),
  from: z.string().transform(parseInstant).optional(),
  speed: number.min(0).max(100_000).default(defaults.speed),
  times: z.enum(['now', 'recorded']).default(defaults.times),
  centre: z.string().default('48.8589,2.347').transform(parsePosition),
  seed: number.int().default(defaults.seed),
  port: number.int().min(0).max(65_535).default(defaults.port),
  host: z.string().default(defaults.host),
  dialect: z.enum(DIALECT_NAMES).default(defaults.dialect),
  timezone: z.string().default(defaults.timezone),
  lag: number.min(0).default(defaults.lagS),
  period: number.min(0).max(86_400).default(defaults.periodS),
  districts: z.string().optional(),
  vehicles: number.int().min(0).max(100_000).default(defaults.vehicles),
  'vehicle-kind': z.enum(['bike', 'scooter', 'other']).default(defaults.vehicleKind),
  faults: z.string().default('').transform(parseFaults),
  ledger: z.string().optional(),
});
type Arguments = z.infer<typeof argumentsSchema>;

/**
 * Reads the command line of `npm run feed`.
 *
 * @returns null where help was asked for
 * @throws Error that says what is wrong with which option
 */
export function parseArguments(argv: string[]): FeedOptions | null {
  const { values } = parseArgs({ args: argv, options: OPTIONS });
  if (values.help) return null;
  const result = argumentsSchema.safeParse(values);
  if (!result.success) throw new Error(z.prettifyError(result.error));
  const given = result.data;
  return feedOptions({
    city: cityOf(given),
    host: given.host,
    port: given.port,
    dialect: given.dialect,
    timezone: given.timezone,
    seed: given.seed,
    startAt: given.from ?? null,
    speed: given.speed,
    times: given.times,
    lagS: given.lag,
    periodS: given.period,
    districtsFile: given.districts ?? null,
    vehicles: given.vehicles,
    vehicleKind: given['vehicle-kind'],
    faults: given.faults,
    ledgerFile: given.ledger ?? null,
  });
}

function cityOf(given: Arguments): FeedOptions['city'] {
  if (given.replay === undefined) {
    if (given.stations !== undefined) {
      throw new Error('--stations FILE goes with --replay; a generated city has --city N');
    }
    return { kind: 'generated', stations: given.city, centre: given.centre };
  }
  if (given.stations === undefined) {
    throw new Error('--replay needs --stations FILE, the CSV file of the recorded stations');
  }
  return {
    kind: 'replay',
    reportsFile: given.replay,
    stationsFile: given.stations,
    columns: given.columns,
    by: given.by,
    loop: given.loop,
    label: given.name ?? labelOf(given.replay),
  };
}

/** "velib_2022-05.csv.gz" is of Vélib’, "oslo_status.parquet" of Oslo. */
function labelOf(file: string): string {
  const word = path.basename(file).split(/[_.]/)[0] ?? '';
  return word === 'velib' ? 'Vélib’' : word.charAt(0).toUpperCase() + word.slice(1);
}

function parseInstant(text: string): Date {
  // Without a zone it is UTC, like the recordings, wherever this machine stands.
  const at = new Date(/(Z|[+-]\d\d:?\d\d)$/.test(text) || text.length <= 10 ? text : `${text}Z`);
  if (Number.isNaN(at.getTime()))
    throw new Error(`--from ${text}: no instant like 2022-05-17T05:00Z`);
  return at;
}

function parsePosition(text: string): { lat: number; lon: number } {
  const [lat = Number.NaN, lon = Number.NaN] = text.split(',').map(Number);
  if (!isPosition(lat, lon)) throw new Error(`--centre ${text}: no position like 48.8589,2.347`);
  return { lat, lon };
}
