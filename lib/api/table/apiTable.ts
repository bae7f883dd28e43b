import type { z } from 'zod';

/** What a file says of itself beside its rows: whose data, how old, whether they are real. */
export type TableAbout = Readonly<Record<string, string | number | boolean | null>>;

/** An object of the table's schema. */
export type TableRow = object;

/** Rows of one kind, to be written in any format. */
export interface ApiTable {
  /** What JSON calls the list, and the file is called: `stations`. */
  name: string;
  /** Of a row: its keys are the columns, their types those of the files. */
  schema: z.ZodObject;
  about: TableAbout;
  /** Read as they are written. */
  batches: AsyncIterable<readonly TableRow[]> | Iterable<readonly TableRow[]>;
}
