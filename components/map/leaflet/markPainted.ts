import type { CityMarker } from '@/lib/stations/cityColumns';

/**
 * Leaves on the map element which versions its canvas shows, and a performance mark for the time
 * of it: what tests wait for and benchmarks measure.
 */
export function markPainted(element: HTMLElement, marker: CityMarker): void {
  const { dataset } = element;
  const statusVersion = String(marker.statusVersion);
  const settingsVersion = String(marker.settingsVersion);
  if (
    dataset.statusVersion === statusVersion &&
    dataset.settingsVersion === settingsVersion &&
    dataset.stationsVersion === String(marker.stationsVersion)
  ) {
    return;
  }
  dataset.statusVersion = statusVersion;
  dataset.settingsVersion = settingsVersion;
  dataset.stationsVersion = String(marker.stationsVersion);
  performance.mark('limelight:painted', { detail: marker });
}
