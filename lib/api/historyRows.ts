import type { HistoryBatch, HistoryReader } from '@/lib/history/historyReader';
import type { Span } from '@/lib/history/stationSeries';
import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from '@/lib/stations/cityColumns';
import { isoOf } from './cityAbout';
import type { HistoryRow } from './routes/historyRoute';

/** A batch's rows as the API hands them out. */
export function historyRows(batch: HistoryBatch): HistoryRow[] {
  return batch.at.map((_, row) => historyRow(batch, row));
}

function historyRow(batch: HistoryBatch, row: number): HistoryRow {
  const flags = batch.flags[row]!;
  return {
    stationId: batch.stationId[row]!,
    at: isoOf(batch.at[row]!),
    numBikesAvailable: batch.numBikesAvailable[row]!,
    numMechanicalAvailable: batch.numMechanicalAvailable[row] ?? null,
    numEbikesAvailable: batch.numEbikesAvailable[row] ?? null,
    numDocksAvailable: batch.numDocksAvailable[row] ?? null,
    isInstalled: (flags & FLAG_INSTALLED) !== 0,
    isRenting: (flags & FLAG_RENTING) !== 0,
    isReturning: (flags & FLAG_RETURNING) !== 0,
    lastReportedAt: isoOf(batch.lastReportedAt[row] ?? null),
    capacity: batch.capacity[row] ?? null,
    tier: batch.tier,
  };
}

/** The rows of a span as they are read. */
export async function* streamHistoryRows(
  reader: HistoryReader,
  span: Span,
  stationIds: readonly string[] | undefined,
): AsyncGenerator<HistoryRow[]> {
  for await (const batch of reader.streamRows(span, stationIds)) yield historyRows(batch);
}

export interface HistoryPage {
  rows: HistoryRow[];
  /** Epoch seconds of the last row, after which the next page begins; null: there is none. */
  endsAt: number | null;
}

/**
 * The first rows of a span after an instant. A page ends with an instant, never within one: the next
 * one reads from there, and what the reader then says of the beginning is what this page has told.
 *
 * @param afterAt epoch seconds; null: from the beginning, each station's opening state included
 * @param limit rows, which the last instant may exceed
 */
export async function readHistoryPage(
  reader: HistoryReader,
  span: Span,
  stationIds: readonly string[] | undefined,
  { afterAt, limit }: { afterAt: number | null; limit: number },
): Promise<HistoryPage> {
  const rows: HistoryRow[] = [];
  let lastAt: number | null = null;
  const asked = { fromAt: afterAt ?? span.fromAt, toAt: span.toAt };
  for await (const batch of reader.streamRows(asked, stationIds)) {
    for (let row = 0; row < batch.at.length; row++) {
      const at = batch.at[row]!;
      if (afterAt !== null && at <= afterAt) continue;
      if (rows.length >= limit && at !== lastAt) return { rows, endsAt: lastAt };
      rows.push(historyRow(batch, row));
      lastAt = at;
    }
  }
  return { rows, endsAt: null };
}

/** The instant as a text to hand back. Milliseconds: the finest that the tiers keep. */
export function cursorOf(atS: number): string {
  return Math.round(atS * 1_000).toString(36);
}

/** @returns epoch seconds; null where the text is no cursor of the span */
export function readCursor(text: string, { fromAt, toAt }: Span): number | null {
  if (!/^[0-9a-z]{1,12}$/.test(text)) return null;
  const atS = Number.parseInt(text, 36) / 1_000;
  return atS >= fromAt && atS < toAt ? atS : null;
}
