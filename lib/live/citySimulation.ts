import { cache } from 'react';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import type { Simulation } from '@/lib/stations/station';
import { readSystem } from '@/lib/stations/systemStore';

/**
 * Whether the city is a simulated one, for pages of the not yet signed-in; once a request. A
 * database that is away must not hide their forms, which say so themselves, in words.
 */
export const citySimulation = cache(async (): Promise<Simulation> => {
  const system = await readSystem(webDatabase().pool, env().SYSTEM_ID).catch(() => null);
  return system?.simulation ?? null;
});
