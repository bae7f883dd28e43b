import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { ApiTable, TableRow } from './apiTable';
import { type ColumnKind, columnsOf, type TableColumn } from './columnKinds';

/** Rows a group: what is held at a time, and what a reader decodes at a time. */
const GROUP_ROWS = 20_000;

/** Milliseconds, and marked as UTC instants: readers then show no bare local times. */
const INSTANT = {
  type: 'INT64',
  logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
} as const;

const ELEMENT: Readonly<Record<ColumnKind, Omit<SchemaElement, 'name'>>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  decimal: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
  instant: INSTANT,
};

/** A table as a Parquet file (Snappy), piece by piece; its `about` stands in the footer. */
export async function* parquetPieces(table: ApiTable): AsyncGenerator<Uint8Array> {
  const columns = columnsOf(table.schema);
  const bytes = new ByteWriter();
  const file = new ParquetWriter({
    writer: bytes,
    schema: [{ name: table.name, num_children: columns.length }, ...columns.map(elementOf)],
    kvMetadata: Object.entries(table.about).map(([key, value]) => ({
      key: `limelight.${key}`,
      value: String(value),
    })),
    createdBy: 'limelight',
  });
  let held: TableRow[] = [];
  for await (const rows of table.batches) {
    held = held.concat(rows);
    if (held.length < GROUP_ROWS) continue;
    file.write({ columnData: dataOf(columns, held), rowGroupSize: held.length });
    held = [];
    yield takeBytes(bytes);
  }
  if (held.length > 0) {
    file.write({ columnData: dataOf(columns, held), rowGroupSize: held.length });
  }
  file.finish();
  yield takeBytes(bytes);
}

/** What was written since the last time. Offsets in the file go on counting. */
function takeBytes(bytes: ByteWriter): Uint8Array {
  const taken = bytes.getBytes().slice();
  bytes.index = 0;
  return taken;
}

function elementOf({ name, kind, isOptional }: TableColumn): SchemaElement {
  return { name, ...ELEMENT[kind], repetition_type: isOptional ? 'OPTIONAL' : 'REQUIRED' };
}

function dataOf(columns: readonly TableColumn[], rows: readonly TableRow[]) {
  return columns.map(({ name, kind }) => ({
    name,
    data: rows.map((row) => {
      const value = (row as Readonly<Record<string, unknown>>)[name] ?? null;
      return kind === 'instant' && value !== null ? new Date(String(value)) : value;
    }),
  }));
}
