import { decompress } from 'fzstd';
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead } from 'hyparquet';
import { type ColumnMap, mapColumns } from '@/lib/history/reportColumns';
import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from '@/lib/stations/cityColumns';
import { CodeIndex, emptyReports, type Reports, UNSAID } from './reports';
import { parseUtcS } from './utcText';

type Cell = string | number | bigint | boolean | Date | null | undefined;

const compressors = {
  ZSTD: (input: Uint8Array, outputLength: number) =>
    decompress(input, new Uint8Array(outputLength)),
};

/** Reads a recorded series from Parquet, one column after the other to keep memory small. */
export async function readParquetReports(path: string, given: ColumnMap): Promise<Reports> {
  const file = await asyncBufferFromFile(path);
  const metadata = await parquetMetadataAsync(file);
  const header = metadata.schema.slice(1).map((column) => column.name);
  const map = mapColumns(header, given);
  const rows = Number(metadata.num_rows);
  const reports = emptyReports(rows);
  const codes = new CodeIndex();

  const readColumn = async (
    name: string | undefined,
    store: (row: number, cell: Cell) => void,
  ): Promise<void> => {
    if (name === undefined) return;
    await parquetRead({
      file,
      metadata,
      columns: [name],
      compressors,
      onChunk: ({ columnData, rowStart }) => {
        for (let i = 0; i < columnData.length; i += 1) store(rowStart + i, columnData[i] as Cell);
      },
    });
  };
  const into = (target: Int16Array) => (row: number, cell: Cell) => {
    target[row] = smallNumber(cell);
  };
  const clearing = (bit: number) => (row: number, cell: Cell) => {
    if (cell !== null && cell !== undefined && Number(cell) === 0) {
      reports.flags[row] = reports.flags[row]! & ~bit;
    }
  };

  await readColumn(map.station, (row, cell) => {
    reports.station[row] = codes.indexOf(String(cell));
  });
  const fetched = map.fetched ?? map.at;
  await readColumn(fetched, (row, cell) => {
    reports.fetchedS[row] = epochS(cell);
  });
  await readColumn(map.reported ?? fetched, (row, cell) => {
    reports.reportedS[row] = epochS(cell);
  });
  if (fetched === undefined) reports.fetchedS.set(reports.reportedS);
  await readColumn(map.bikes, into(reports.bikes));
  await readColumn(map.mechanical, into(reports.mechanical));
  await readColumn(map.ebike, into(reports.ebike));
  await readColumn(map.docks, into(reports.docks));
  await readColumn(map.capacity, into(reports.capacity));
  await readColumn(map.installed, clearing(FLAG_INSTALLED));
  await readColumn(map.renting, clearing(FLAG_RENTING));
  await readColumn(map.returning, clearing(FLAG_RETURNING));

  reports.rows = rows;
  reports.codes = codes.codes;
  return reports;
}

function epochS(cell: Cell): number {
  if (cell instanceof Date) return Math.floor(cell.getTime() / 1_000);
  return typeof cell === 'string' ? parseUtcS(cell) : Number(cell ?? 0);
}

function smallNumber(cell: Cell): number {
  if (cell === null || cell === undefined) return UNSAID;
  const value = Math.trunc(Number(cell));
  return value >= 0 && value <= 32_767 ? value : UNSAID;
}
