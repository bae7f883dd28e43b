import type { Database } from '@/lib/db/database';
import type { Simulation } from './station';

export interface SystemFacts {
  name: string;
  /** IANA zone, whose clock pages show. */
  timezone: string;
  simulation: Simulation;
}

/** What a city is called and whether it is real; null before any job has run for it. */
export async function readSystem(db: Database, systemId: string): Promise<SystemFacts | null> {
  const { rows } = await db.query<SystemFacts>(
    'SELECT name, timezone, simulation FROM system WHERE system_id = $1',
    [systemId],
  );
  return rows[0] ?? null;
}
