import type { StationInformation, StationStatus } from '@/lib/stations/station';

/** What a test laid over the source's city. Stations are addressed by the id that the feed shows. */
export class StationEdits {
  private readonly information = new Map<string, Partial<StationInformation>>();
  private readonly frozen = new Map<string, StationStatus>();
  private readonly added = new Map<string, StationInformation>();
  private readonly removed = new Set<string>();
  private cache: { from: readonly StationInformation[]; to: readonly StationInformation[] } | null =
    null;

  /** Holds a station's status as given until it is released. */
  freeze(status: StationStatus): void {
    this.frozen.set(status.stationId, status);
  }

  /** The source decides again. */
  release(stationId: string): void {
    this.frozen.delete(stationId);
  }

  add(station: StationInformation): void {
    this.cache = null;
    this.removed.delete(station.stationId);
    this.added.set(station.stationId, station);
  }

  change(stationId: string, change: Partial<StationInformation>): void {
    this.cache = null;
    this.information.set(stationId, { ...this.information.get(stationId), ...change });
  }

  remove(stationId: string): void {
    this.cache = null;
    this.removed.add(stationId);
  }

  /** @returns the same array for the same input as long as nothing was edited */
  applyToStations(stations: readonly StationInformation[]): readonly StationInformation[] {
    if (this.cache?.from === stations) return this.cache.to;
    const listed = this.added.size > 0 ? [...stations, ...this.added.values()] : stations;
    const untouched = listed === stations && this.information.size === 0 && this.removed.size === 0;
    const to = untouched
      ? stations
      : listed
          .filter((station) => !this.removed.has(station.stationId))
          .map((station) => {
            const change = this.information.get(station.stationId);
            return change ? { ...station, ...change } : station;
          });
    this.cache = { from: stations, to };
    return to;
  }

  applyToStatuses(statuses: readonly StationStatus[]): readonly StationStatus[] {
    if (this.frozen.size === 0 && this.removed.size === 0) return statuses;
    const seen = new Set<string>();
    const edited = statuses
      .filter((status) => !this.removed.has(status.stationId))
      .map((status) => {
        seen.add(status.stationId);
        return this.frozen.get(status.stationId) ?? status;
      });
    for (const [stationId, status] of this.frozen) {
      if (!seen.has(stationId) && !this.removed.has(stationId)) edited.push(status);
    }
    return edited;
  }
}
