import type pg from 'pg';
import { Gauge, Registry } from 'prom-client';
import type { CityView } from '@/lib/pipeline/cityView';
import type { Clock } from '@/lib/units/clock';
import { addCityMetrics } from './cityMetrics';
import { addDatabaseMetrics } from './databaseMetrics';
import { addProcessMetrics, serverMetrics } from './processMetrics';

export interface MetricsDeps {
  pool: pg.Pool;
  systemId: string;
  clock: Clock;
  /** null while no job has ever run. */
  loadCity(): Promise<{ view: CityView } | null>;
  eventStreams(): number;
  onError(error: Error): void;
}

/**
 * Everything that is measured, in Prometheus's text format. While the database is away the process's
 * own part is told all the same, with limelight_database_up 0.
 */
export async function collectMetrics(deps: MetricsDeps): Promise<string> {
  const { pool, systemId, clock, loadCity, onError } = deps;
  const registry = new Registry();
  const registers = [registry];
  addProcessMetrics(registers, { pool, eventStreams: deps.eventStreams() });
  const up = new Gauge({
    ...{ name: 'limelight_database_up', help: '1 when the database answers.', registers },
  });
  try {
    await addDatabaseMetrics(registers, { db: pool, systemId, nowAt: clock() });
    const city = await loadCity();
    if (city) addCityMetrics(registers, city.view);
    up.set(1);
  } catch (error) {
    onError(error as Error);
    up.set(0);
  }
  return `${await serverMetrics()}\n${await registry.metrics()}`;
}
