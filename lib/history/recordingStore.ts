import { mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { ArchivedStation } from '@/lib/archive/hourState';
import {
  CREATE_TABLES_SQL,
  csvSourceSql,
  type FileColumn,
  literal,
  parquetSourceSql,
  readFileSql,
  readPollsSql,
  type TimeBasis,
  tornLinesSql,
} from './readReportsSql';
import {
  CAPACITIES_SQL,
  changesSql,
  HOUR_STATES_SQL,
  type HourStateRow,
  hourStatesSql,
  LOOKS_SQL,
  observeSql,
  REJECTED_SQL,
  REJECTS_SQL,
  SPANS_SQL,
  STATIONS_SQL,
} from './recordingSql';
import type { RecordingStage } from './recordingStage';
import { type ColumnMap, mapColumns } from './reportColumns';

const MEMORY = '512MB';
const THREADS = 2;

/**
 * @param directory made for it, and removed at the end
 * @param given which time counts; null: the most telling one that the first file has
 */
export async function openRecordingStage(
  directory: string,
  given: TimeBasis | null,
): Promise<RecordingStage> {
  await rm(directory, { recursive: true, force: true });
  await mkdir(directory, { recursive: true });
  const instance = await DuckDBInstance.create(path.join(directory, 'stage.duckdb'), {
    memory_limit: MEMORY,
    threads: String(THREADS),
    temp_directory: directory,
  });
  const connection = await instance.connect();
  await connection.run(`SET TimeZone = 'UTC'; ${CREATE_TABLES_SQL}`);
  return stageOn(connection, given, async () => {
    connection.closeSync();
    instance.closeSync();
    await rm(directory, { recursive: true, force: true });
  });
}

function stageOn(
  connection: DuckDBConnection,
  given: TimeBasis | null,
  close: () => Promise<void>,
): RecordingStage {
  let files = 0;
  let basis: TimeBasis | null = given;
  const select = async <Row>(sql: string) =>
    (await connection.runAndReadAll(sql)).getRowObjectsJS() as Row[];
  const describe = (source: string) =>
    select<{ column_name: string; column_type: string }>(`DESCRIBE SELECT * FROM ${source}`);

  return {
    async readFile(file, columns) {
      const isParquet = file.endsWith('.parquet');
      const index = files++;
      const source = isParquet ? parquetSourceSql(file) : csvSourceSql(file, index);
      const header = (await describe(source)).map(
        ({ column_name: name, column_type: type }): FileColumn => ({ name, type }),
      );
      const map = mapColumns(
        header.map(({ name }) => name),
        columns,
      );
      const here = given ?? basisOf(map);
      if (basis !== null && basis !== here)
        throw new Error(`${file} tells its times otherwise than the files before it: say --by`);
      basis = here;
      await connection.run(readFileSql(source, file, header, map, basis));
      if (!isParquet) await connection.run(tornLinesSql(file, index));
      return countOf(select, `report WHERE file = ${literal(file)}`);
    },

    async readPolls(file) {
      const header = (await describe(csvSourceSql(file, files++))).map((row) => row.column_name);
      const time = header.find((name) => /_(utc|at)$|^time$/.test(name));
      if (!time) throw new Error(`${file} has no column for the time: ${header.join(', ')}`);
      await connection.run(readPollsSql(file, time, header.includes('rows')));
      return countOf(select, 'poll');
    },

    async readStations() {
      const rows = await select<{ station: string }>(STATIONS_SQL);
      return rows.map(({ station }) => station);
    },

    async observe(named, { beforeMs, nowMs, isReal }) {
      const appender = await connection.createAppender('named');
      for (const { station, stationId, capacity } of named) {
        appender.appendVarchar(station);
        appender.appendVarchar(stationId);
        if (capacity === null) appender.appendNull();
        else appender.appendInteger(capacity);
        appender.endRow();
      }
      appender.closeSync();
      await connection.run(observeSql(beforeMs, nowMs, isReal));
    },

    readLooks: () => select(LOOKS_SQL[basis ?? 'reported']),

    async readRejected() {
      const rows = await select<{ reason: string; rows: number }>(REJECTED_SQL);
      return Object.fromEntries(rows.map(({ reason, rows: count }) => [reason, count]));
    },

    readSpans: () => select(SPANS_SQL),
    readCapacities: () => select(CAPACITIES_SQL),

    async writeRejects(file) {
      await connection.run(`COPY (${REJECTS_SQL}) TO ${literal(file)} (FORMAT csv, HEADER true)`);
    },

    async writeChanges(systemId, fromMs, toMs, file) {
      const rows = changesSql(systemId, fromMs, toMs);
      await connection.run(`COPY (${rows}) TO ${literal(file)} (FORMAT csv, HEADER false)`);
    },

    async prepareHours(hoursMs) {
      const list = hoursMs.map((hourMs) => `(${hourMs})`).join(', ');
      await connection.run(`CREATE OR REPLACE TABLE wanted_hour (hour_ms BIGINT)`);
      if (list) await connection.run(`INSERT INTO wanted_hour VALUES ${list}`);
      await connection.run(HOUR_STATES_SQL);
    },

    async readHours(fromMs, toMs) {
      return statesByHour(await select<HourStateRow>(hourStatesSql(fromMs, toMs)));
    },

    close,
  };
}

/** The instant of change where the file names it; else the station's own word, which is nearest. */
function basisOf(map: ColumnMap): TimeBasis {
  if (map.at !== undefined) return 'at';
  return map.reported !== undefined ? 'reported' : 'fetched';
}

async function countOf(
  select: (sql: string) => Promise<{ n: number }[]>,
  from: string,
): Promise<number> {
  const [row] = await select(`SELECT count(*)::DOUBLE AS n FROM ${from}`);
  return row?.n ?? 0;
}

function statesByHour(rows: readonly HourStateRow[]): Map<number, ArchivedStation[]> {
  const hours = new Map<number, ArchivedStation[]>();
  for (const { hourMs, reportedMs, sinceMs, ...row } of rows) {
    const stations = hours.get(hourMs) ?? [];
    hours.set(hourMs, stations);
    stations.push({
      ...row,
      lastReportedAt: reportedMs === null ? null : new Date(reportedMs),
      fetchedAt: new Date(sinceMs),
    });
  }
  return hours;
}
