import type { CityFrame } from '@/lib/pipeline/cityView';

/**
 * Leaves on the map element which versions, or which instant of the past (epoch seconds), its canvas
 * shows, and a performance mark for the time of it: what tests wait for and benchmarks measure.
 */
export function markPainted(element: HTMLElement, { marker, past }: CityFrame): void {
  const { dataset } = element;
  const pastAt = past ? String(past.at) : undefined;
  const statusVersion = String(marker.statusVersion);
  const settingsVersion = String(marker.settingsVersion);
  if (
    dataset.statusVersion === statusVersion &&
    dataset.settingsVersion === settingsVersion &&
    dataset.stationsVersion === String(marker.stationsVersion) &&
    dataset.pastAt === pastAt
  ) {
    return;
  }
  dataset.statusVersion = statusVersion;
  dataset.settingsVersion = settingsVersion;
  dataset.stationsVersion = String(marker.stationsVersion);
  if (pastAt === undefined) delete dataset.pastAt;
  else dataset.pastAt = pastAt;
  performance.mark('limelight:painted', { detail: past ? { ...marker, pastAt: past.at } : marker });
}
