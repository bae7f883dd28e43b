import type { StationStatus } from '@/lib/stations/station';
import type { FaultKind } from '../faults/faultKinds';
import { type LedgerEntry, type LedgerRow, type LedgerSource, ledgerRow } from './ledgerEntry';

/** What the server knows of an answer when it has ended. */
export interface ServedAnswer {
  source: LedgerSource;
  servedAt: Date;
  httpStatus: number;
  complete: boolean;
  readable: boolean;
  publication: number;
  lastUpdatedAt: Date;
  faults: FaultKind[];
  hash: string;
  /** The rows in the body, in its order. */
  statuses: readonly StationStatus[];
}

interface Kept {
  answer: Omit<ServedAnswer, 'statuses'>;
  n: number;
  entries: number;
  changed: StationStatus[];
  removed: string[];
}

/** Beyond these the oldest entries are folded into the base; the file keeps everything. */
const MOST_ENTRIES = 20_000;
const MOST_CHANGES = 3_000_000;

/** Remembers every status answer, as differences, and can tell the full state of each. */
export class Ledger {
  private kept: Kept[] = [];
  private readonly base = new Map<string, StationStatus>();
  private readonly current = new Map<string, StationStatus>();
  private changes = 0;
  private next = 1;

  /** @param onEntry called with each new entry, to write it down */
  constructor(private readonly onEntry: ((entry: LedgerEntry) => void) | null = null) {}

  record({ statuses, ...answer }: ServedAnswer): void {
    const difference = answer.readable ? this.differenceTo(statuses) : { changed: [], removed: [] };
    const kept = { answer, n: this.next, entries: statuses.length, ...difference };
    this.next += 1;
    this.changes += kept.changed.length;
    this.kept.push(kept);
    while (
      this.kept.length > MOST_ENTRIES ||
      (this.changes > MOST_CHANGES && this.kept.length > 1)
    ) {
      this.fold();
    }
    this.onEntry?.(entryOf(kept));
  }

  /** Entries from number `from` on, at most `limit`. */
  entries(from = 1, limit = Number.POSITIVE_INFINITY): LedgerEntry[] {
    const first = this.kept.findIndex((kept) => kept.n >= from);
    return first < 0 ? [] : this.kept.slice(first, first + limit).map(entryOf);
  }

  /**
   * The status of every station as the reader knew it after answer `n`.
   *
   * @returns undefined where the answer is unknown or no longer kept
   */
  stateAt(n: number): Map<string, LedgerRow> | undefined {
    const last = this.kept.findIndex((kept) => kept.n === n);
    if (last < 0) return undefined;
    const state = new Map(this.base);
    for (const kept of this.kept.slice(0, last + 1)) applyTo(state, kept);
    return new Map([...state].map(([stationId, status]) => [stationId, ledgerRow(status)]));
  }

  private differenceTo(statuses: readonly StationStatus[]): Pick<Kept, 'changed' | 'removed'> {
    const changed: StationStatus[] = [];
    const seen = new Set<string>();
    for (const status of statuses) {
      seen.add(status.stationId);
      // Rows are never altered, so that another object means another report.
      if (this.current.get(status.stationId) === status) continue;
      this.current.set(status.stationId, status);
      changed.push(status);
    }
    const removed: string[] = [];
    if (seen.size < this.current.size) {
      for (const stationId of this.current.keys())
        if (!seen.has(stationId)) removed.push(stationId);
      for (const stationId of removed) this.current.delete(stationId);
    }
    return { changed, removed };
  }

  private fold(): void {
    const oldest = this.kept.shift();
    if (!oldest) return;
    applyTo(this.base, oldest);
    this.changes -= oldest.changed.length;
  }
}

function applyTo(state: Map<string, StationStatus>, { changed, removed }: Kept): void {
  for (const status of changed) state.set(status.stationId, status);
  for (const stationId of removed) state.delete(stationId);
}

function entryOf({ answer, n, entries, changed, removed }: Kept): LedgerEntry {
  return {
    n,
    ...answer,
    servedAt: answer.servedAt.toISOString(),
    lastUpdatedAt: answer.lastUpdatedAt.toISOString(),
    entries,
    changed: changed.map(ledgerRow),
    removed,
  };
}
