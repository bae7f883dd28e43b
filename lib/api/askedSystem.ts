import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { problem } from '@/lib/http/problem';
import { readSystem } from '@/lib/stations/systemStore';
import { aboutSystem } from './cityAbout';

/** Whose stations these are, for answers that need no city; or the refusal while nobody knows. */
export async function loadAskedSystem() {
  const { SYSTEM_ID: systemId } = env();
  const system = await readSystem(webDatabase().pool, systemId);
  if (!system) return problem('unavailable', 'No data have been fetched yet.');
  return aboutSystem({ systemId, systemName: system.name, simulation: system.simulation });
}
