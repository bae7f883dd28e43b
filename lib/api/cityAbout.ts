import type { CityBase, CityView } from '@/lib/pipeline/cityView';
import type { TableAbout } from './table/apiTable';

/** Whose stations these are, and whether they are real. */
export function aboutSystem({
  systemId,
  systemName,
  simulation,
}: Pick<CityBase, 'systemId' | 'systemName' | 'simulation'>) {
  return { systemId, systemName, simulation };
}

/** What an answer says of the judged city that it tells of. */
export function aboutCity({ base, frame }: CityView) {
  const { freshness, marker, past } = frame;
  return {
    ...aboutSystem(base),
    at: isoOf(past?.at ?? null),
    fetchedAt: isoOf(freshness.fetchedAt),
    lastUpdatedAt: isoOf(freshness.lastUpdatedAt),
    settingsVersion: marker.settingsVersion,
    tier: past?.tier ?? null,
    isUnobserved: past?.isUnobserved ?? false,
  } satisfies TableAbout;
}

/** ISO 8601, UTC, of epoch seconds. */
export function isoOf(atS: number): string;
export function isoOf(atS: number | null): string | null;
export function isoOf(atS: number | null): string | null {
  return atS === null ? null : new Date(atS * 1_000).toISOString();
}
