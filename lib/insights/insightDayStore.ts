import type { Database } from '@/lib/db/database';
import { QUARTERS_A_DAY } from '@/lib/history/daySummary';
import { cellOf, type DayCells } from './dayCells';
import { createDayUnpacker, inflateDay, packDay } from './packedDay';

/** Packed days asked for at once: some megabytes. */
const BATCH_DAYS = 61;

export interface InsightDayStore {
  /** Summarised days that are not packed as they stand now, oldest first. */
  readDueDates(): Promise<string[]>;
  /** Packs one day of station_day. Does nothing where the day is not summarised. */
  packDate(date: string): Promise<void>;
  /** Every summarised day of a span, oldest first; both ends are part of it. */
  readDays(from: string, to: string): AsyncGenerator<DayCells>;
}

/** Days of a whole city for the insights; what is not packed yet is read from its rows. */
export function createInsightDayStore(db: Database, systemId: string): InsightDayStore {
  async function readRows(date: string): Promise<{ day: DayCells; computedAt: Date | null }> {
    const { rows } = await db.query<DayRow>(DAY_ROWS_SQL, [systemId, date]);
    return { day: cellsOf(date, rows), computedAt: rows[0]?.computedAt ?? null };
  }

  return {
    async readDueDates() {
      const { rows } = await db.query<{ date: string }>(DUE_SQL, [systemId]);
      return rows.map(({ date }) => date);
    },
    async packDate(date) {
      const { computedAt, day } = await readRows(date);
      if (computedAt === null) return;
      const packed = await packDay(day);
      await db.query(STORE_SQL, [systemId, date, packed, day.stationIds.length, computedAt]);
    },
    async *readDays(from, to) {
      const unpack = createDayUnpacker();
      let after: string | null = null;
      for (;;) {
        const { rows }: { rows: PackedRow[] } = await db.query<PackedRow>(PACKED_SQL, [
          systemId,
          after ?? from,
          to,
          BATCH_DAYS,
          after !== null,
        ]);
        const inflated = await Promise.all(
          rows.map(({ packed }) => (packed === null ? null : inflateDay(packed))),
        );
        for (const [i, { date }] of rows.entries()) {
          const bytes = inflated[i];
          yield bytes ? unpack(date, bytes) : (await readRows(date)).day;
        }
        after = rows.at(-1)?.date ?? null;
        if (rows.length < BATCH_DAYS) return;
      }
    },
  };
}

interface DayRow {
  stationId: string;
  openMin: number[];
  emptyMin: number[];
  computedAt: Date;
}

interface PackedRow {
  date: string;
  /** null: not packed as the rows stand now. */
  packed: Buffer | null;
}

function cellsOf(date: string, rows: readonly DayRow[]): DayCells {
  const cells = new Uint8Array(rows.length * QUARTERS_A_DAY);
  rows.forEach(({ openMin, emptyMin }, row) => {
    openMin.forEach((open, quarter) => {
      cells[row * QUARTERS_A_DAY + quarter] = cellOf(open, emptyMin[quarter] ?? 0);
    });
  });
  return { date, stationIds: rows.map(({ stationId }) => stationId), cells };
}

const DUE_SQL = `
SELECT to_char(l.local_date, 'YYYY-MM-DD') AS date
FROM summary_day l LEFT JOIN insight_day p USING (system_id, local_date)
WHERE l.system_id = $1 AND p.computed_at IS DISTINCT FROM l.computed_at
ORDER BY l.local_date`;

const DAY_ROWS_SQL = `
SELECT d.station_id AS "stationId", d.open_min AS "openMin", d.empty_min AS "emptyMin",
  l.computed_at AS "computedAt"
FROM summary_day l JOIN station_day d USING (system_id, local_date)
WHERE l.system_id = $1 AND l.local_date = $2::date
ORDER BY d.station_id COLLATE "C"`;

const STORE_SQL = `
INSERT INTO insight_day (system_id, local_date, packed, stations, computed_at)
VALUES ($1, $2::date, $3, $4, $5)
ON CONFLICT (system_id, local_date) DO UPDATE SET
  packed = excluded.packed, stations = excluded.stations, computed_at = excluded.computed_at
WHERE insight_day.computed_at <= excluded.computed_at`;

const PACKED_SQL = `
SELECT to_char(l.local_date, 'YYYY-MM-DD') AS date,
  CASE WHEN p.computed_at = l.computed_at THEN p.packed END AS packed
FROM summary_day l LEFT JOIN insight_day p USING (system_id, local_date)
WHERE l.system_id = $1 AND l.local_date <= $3::date
  AND (l.local_date > $2::date OR (l.local_date = $2::date AND NOT $5::boolean))
ORDER BY l.local_date LIMIT $4`;
