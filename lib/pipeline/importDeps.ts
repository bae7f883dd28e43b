import type pg from 'pg';
import type { ObjectStore } from '@/lib/archive/objectStore';
import type { RejectedRows } from '@/lib/history/recordingStage';
import type { Clock } from '@/lib/units/clock';

export interface ImportDeps {
  pool: pg.Pool;
  archive: ObjectStore;
  systemId: string;
  /** Runs alone among all imports of the system. @throws LockBusyError at once while another runs */
  exclusively<T>(use: () => Promise<T>): Promise<T>;
  /** Made for the work and removed after it. */
  workDirectory: string;
  clock: Clock;
  onProgress(progress: ImportStep): void;
  signal?: AbortSignal;
}

/** How far an import is: rows read, days loaded, days archived. */
export interface ImportStep {
  step: 'reading' | 'ordering' | 'loading' | 'archiving';
  done: number;
  of: number;
}

/** Nothing in the files can be taken; `rejected` says why. */
export class NothingToImportError extends Error {
  override name = 'NothingToImportError';

  constructor(
    readonly rejected: RejectedRows,
    readonly unknownStations: string[],
  ) {
    super(`No row can be taken: ${JSON.stringify(rejected)}`);
  }
}
