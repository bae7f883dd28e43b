import { Gauge, type Registry } from 'prom-client';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';

/** How the city is: stations by severity, and the shortage that no neighbour covers. */
export function addCityMetrics(registers: Registry[], { frame }: CityView): void {
  const { severity, uncoveredShortage } = frame.assessment;
  const stations = new Gauge({
    name: 'limelight_stations',
    help: 'Stations by severity.',
    ...{ labelNames: ['severity'] as const, registers },
  });
  for (const [code, name] of SEVERITIES.entries())
    stations.set({ severity: name }, severity.filter((one) => one === code).length);
  new Gauge({
    name: 'limelight_uncovered_shortage_bikes',
    help: 'Bikes that are missing and that no walkable substitute covers, all stations together.',
    registers,
  }).set(Math.round(uncoveredShortage.reduce((sum, bikes) => sum + bikes, 0) * 10) / 10);
}
