import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { exportHistory } from '@/lib/api/exportHistory';
import { openArchive } from '@/lib/archive/openArchiveStore';
import { openDatabase } from '@/lib/db/database';
import { env } from '@/lib/env/env';
import { describeError } from '@/lib/errors/describeError';
import { createHistoryReader } from '@/lib/history/createHistoryReader';
import { createImportStationStore } from '@/lib/history/importStationStore';
import { nameStations } from '@/lib/history/nameStations';
import { readSystem } from '@/lib/stations/systemStore';
import { EXPORT_HELP, type ExportArguments, parseExportArguments } from './exportArguments';

async function main(): Promise<void> {
  const directory = process.env.CALLED_FROM ?? process.cwd();
  const given = parseExportArguments(process.argv.slice(2), directory, new Date());
  if (!given) {
    console.log(EXPORT_HELP);
    return;
  }
  const database = openDatabase(env().DATABASE_URL, { onIdleError: () => {} });
  try {
    await writePieces(await piecesOf(database.pool, given), given.outFile);
    if (given.outFile) console.error(`Written to ${given.outFile}`);
  } finally {
    await database.close();
  }
}

async function piecesOf(pool: pg.Pool, given: ExportArguments) {
  const systemId = given.systemId ?? env().SYSTEM_ID;
  const system = await readSystem(pool, systemId);
  if (!system) throw new Error(`There is no system "${systemId}" here.`);
  const reader = createHistoryReader({
    pool,
    store: openArchive(env()),
    cacheDir: path.resolve(env().DATA_DIR, 'cache'),
    systemId,
    clock: () => new Date(),
  });
  const { from, to, format, stations } = given;
  return exportHistory(reader, {
    format,
    span: { fromAt: from.getTime() / 1_000, toAt: to.getTime() / 1_000 },
    ...(stations && { stationIds: await idsOf(pool, systemId, stations) }),
    about: { systemId, systemName: system.name, simulation: system.simulation },
  });
}

async function idsOf(pool: pg.Pool, systemId: string, words: string[]): Promise<string[]> {
  const known = await createImportStationStore(pool, systemId).readKnown();
  const { named, unknown } = nameStations(words, known, []);
  if (unknown.length > 0) throw new Error(`No such station: ${unknown.join(', ')}`);
  return named.map(({ stationId }) => stationId);
}

/** A file has its name once it is whole: what was cut off is never taken for all there is. */
async function writePieces(
  pieces: AsyncIterable<string | Uint8Array>,
  file: string | null,
): Promise<void> {
  if (file === null) {
    await pipeline(Readable.from(pieces), process.stdout, { end: false });
    return;
  }
  const partial = `${file}.partial`;
  try {
    await pipeline(Readable.from(pieces), createWriteStream(partial));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

main().catch((error: unknown) => {
  console.error(describeError(error));
  process.exitCode = 1;
});
