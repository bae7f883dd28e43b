import { mkdir } from 'node:fs/promises';
import type { DuckDBConnection, DuckDBInstance, DuckDBValue } from '@duckdb/node-api';

/** DuckDB in this process, on threads of its own. */
export interface Analysis {
  /** All rows, as objects by column. */
  rows<Row>(sql: string): Promise<Row[]>;
  /** Rows in columns, chunk by chunk as they are taken. */
  stream(sql: string): AsyncGenerator<DuckDBValue[][]>;
  /** Gives its memory back; the next question opens it anew. */
  close(): Promise<void>;
}

/**
 * Opens an in-memory DuckDB at the first question. It fetches nothing from anywhere: no extension is
 * loaded, and it reads the files it is told to.
 *
 * @param tempDir for what does not fit into its memory
 * @param memoryMb at most, for all questions at once
 */
export function openAnalysis({
  tempDir,
  memoryMb,
  threads,
}: {
  tempDir: string;
  memoryMb: number;
  threads: number;
}): Analysis {
  let opening: Promise<DuckDBInstance> | null = null;

  async function open(): Promise<DuckDBInstance> {
    // Not before somebody asks: most processes never look that far back.
    const { DuckDBInstance } = await import('@duckdb/node-api');
    await mkdir(tempDir, { recursive: true });
    return DuckDBInstance.create(':memory:', {
      memory_limit: `${memoryMb}MB`,
      threads: String(threads),
      temp_directory: tempDir,
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
    });
  }

  /** A connection answers one question at a time, and costs nothing. */
  async function connect(): Promise<DuckDBConnection> {
    opening ??= open().catch((error: unknown) => {
      opening = null;
      throw error;
    });
    return (await opening).connect();
  }

  return {
    async rows<Row>(sql: string) {
      const connection = await connect();
      try {
        return (await (await connection.run(sql)).getRowObjectsJS()) as Row[];
      } finally {
        connection.closeSync();
      }
    },
    async *stream(sql) {
      const connection = await connect();
      try {
        for await (const chunk of await connection.stream(sql)) yield chunk.getColumns();
      } finally {
        connection.closeSync();
      }
    },
    async close() {
      const instance = await opening;
      opening = null;
      instance?.closeSync();
    },
  };
}
