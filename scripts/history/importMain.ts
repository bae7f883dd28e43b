import path from 'node:path';
import type pg from 'pg';
import { openArchive } from '@/lib/archive/openArchiveStore';
import { openDatabase } from '@/lib/db/database';
import { withSessionLock } from '@/lib/db/sessionLock';
import { env } from '@/lib/env/env';
import { describeError } from '@/lib/errors/describeError';
import { NothingToImportError } from '@/lib/pipeline/importDeps';
import { type ImportResult, importHistory } from '@/lib/pipeline/importHistory';
import { createStationStore } from '@/lib/stations/stationStore';
import { readRecordedStations } from '../feed/recording/readRecordedStations';
import { IMPORT_HELP, type ImportArguments, parseImportArguments } from './importArguments';
import { sayImport, sayRejected } from './importReport';
import { progressLine } from './progressLine';

async function main(): Promise<void> {
  const from = process.env.CALLED_FROM ?? process.cwd();
  const given = parseImportArguments(process.argv.slice(2), from);
  if (!given) {
    console.log(IMPORT_HELP);
    return;
  }
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () =>
      stop.abort(new Error('Stopped. The same command goes on from here.')),
    );
  const startedMs = performance.now();
  const result = await runImport(given, stop.signal);
  sayImport(result, (performance.now() - startedMs) / 1000);
}

async function runImport(given: ImportArguments, signal: AbortSignal): Promise<ImportResult> {
  const systemId = given.systemId ?? env().SYSTEM_ID;
  const imports = path.resolve(env().DATA_DIR, 'imports');
  const rejectsFile = given.rejectsFile ?? path.join(imports, `${systemId}-rejects.csv`);
  const stations = given.stationsFile ? await readRecordedStations(given.stationsFile) : [];
  const database = openDatabase(env().DATABASE_URL, { onIdleError: () => {} });
  const progress = progressLine();
  try {
    if (given.timezone) await makeCity(database.pool, systemId, given.timezone);
    return await importHistory(
      {
        pool: database.pool,
        archive: openArchive(env()),
        systemId,
        workDirectory: path.join(imports, systemId),
        exclusively: (use) => withSessionLock(database.pool, `import-history ${systemId}`, use),
        clock: () => new Date(),
        onProgress: progress.show,
        signal,
      },
      { ...given, stations, rejectsFile },
    );
  } catch (error) {
    if (error instanceof NothingToImportError) sayRejected({ ...error, rejectsFile });
    throw error;
  } finally {
    progress.end();
    await database.close();
  }
}

/** A city that no feed has named yet; one that is known keeps its name and zone. */
async function makeCity(pool: pg.Pool, systemId: string, timezone: string): Promise<void> {
  const system = { name: systemId, timezone, language: 'en', simulation: null };
  await createStationStore(pool, systemId).storePlaceholder(system, env().FEED_URL);
}

main().catch((error: unknown) => {
  console.error(describeError(error));
  process.exitCode = 1;
});
