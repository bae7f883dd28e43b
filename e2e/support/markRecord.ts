import type { Pool } from 'pg';

/** Holds nothing, and lies where no spec looks. */
const EMPTY_MONTH = 'station_change_2001_01';

/**
 * Has the reader of the past look again where the record begins: it remembers that until the change
 * log gets or loses a month.
 *
 * @returns has it look once more
 */
export async function markRecord(db: Pool): Promise<() => Promise<void>> {
  await db.query(
    `CREATE TABLE IF NOT EXISTS ${EMPTY_MONTH} PARTITION OF station_change
     FOR VALUES FROM ('2001-01-01') TO ('2001-02-01')`,
  );
  return async () => {
    await db.query(`DROP TABLE IF EXISTS ${EMPTY_MONTH}`);
  };
}
