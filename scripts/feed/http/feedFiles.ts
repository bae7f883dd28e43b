import type { OwnVehicle, StationStatus } from '@/lib/stations/station';
import type { Dialect, Json, JsonRecord, SystemDescription } from '../dialects/dialect';
import { opendataStation, opendataStatus } from '../dialects/opendata';
import { vehicleTypesFile } from '../dialects/vehicleTypes';
import type { Content } from '../faults/contentFaults';
import { isStruck } from '../faults/contentFaults';

/** Writes the files of one feed in one dialect. */
export class FeedFiles {
  /** The text of a status, kept as long as its row lives: most rows outlive many answers. */
  private readonly statusTexts = new WeakMap<
    StationStatus,
    { code: string | null; text: string }
  >();

  constructor(
    private readonly dialect: Dialect,
    private readonly ttlS: number,
  ) {}

  discovery(baseUrl: string, files: readonly string[], lastUpdatedAt: Date): string {
    const links = files.map((name) => ({ name, url: `${baseUrl}/${name}.json` }));
    return this.file(lastUpdatedAt, JSON.stringify(this.dialect.discovery(links)));
  }

  versions(baseUrl: string, lastUpdatedAt: Date): string {
    const versions = [{ version: this.dialect.name, url: `${baseUrl}/gbfs.json` }];
    return this.file(lastUpdatedAt, JSON.stringify({ versions }));
  }

  system(description: SystemDescription, lastUpdatedAt: Date): string {
    return this.file(lastUpdatedAt, JSON.stringify(this.dialect.system(description)));
  }

  vehicleTypes(lastUpdatedAt: Date): string {
    return this.file(lastUpdatedAt, JSON.stringify(vehicleTypesFile(this.dialect.name)));
  }

  stations({ stations, lastUpdatedAt, blankShare }: Content): string {
    const texts = stations.map((station) =>
      entryText(this.dialect.station(station), isStruck(station.stationId, blankShare)),
    );
    return this.list(lastUpdatedAt, 'stations', texts);
  }

  statuses({ stations, statuses, lastUpdatedAt, blankShare }: Content): string {
    const codes = new Map(stations.map((station) => [station.stationId, station.stationCode]));
    const texts = statuses.map((status) => {
      const code = codes.get(status.stationId) ?? null;
      return blankShare > 0 && isStruck(status.stationId, blankShare)
        ? entryText(this.dialect.status(status, code), true)
        : this.statusText(status, code);
    });
    return this.list(lastUpdatedAt, 'stations', texts);
  }

  vehicles(vehicles: readonly OwnVehicle[], lastUpdatedAt: Date): string {
    const texts = vehicles.map((vehicle) => JSON.stringify(this.dialect.vehicle(vehicle)));
    return this.list(lastUpdatedAt, this.dialect.vehicleMember, texts);
  }

  /** The export has a bare list, and no row for a station that it cannot describe. */
  opendataStatuses({ stations, statuses }: Content): string {
    const byId = new Map(stations.map((station) => [station.stationId, station]));
    const rows = statuses.flatMap((status) => {
      const station = byId.get(status.stationId);
      return station ? [opendataStatus(status, station)] : [];
    });
    return JSON.stringify(rows);
  }

  opendataStations({ stations }: Content): string {
    return JSON.stringify(stations.map(opendataStation));
  }

  private statusText(status: StationStatus, code: string | null): string {
    const known = this.statusTexts.get(status);
    if (known?.code === code) return known.text;
    const text = JSON.stringify(this.dialect.status(status, code));
    this.statusTexts.set(status, { code, text });
    return text;
  }

  private list(lastUpdatedAt: Date, member: string, texts: readonly string[]): string {
    return this.file(lastUpdatedAt, `{"${member}":[${texts.join(',')}]}`);
  }

  private file(lastUpdatedAt: Date, dataText: string): string {
    const head = JSON.stringify(this.dialect.envelope(lastUpdatedAt, this.ttlS));
    return `${head.slice(0, -1)},"data":${dataText}}`;
  }
}

function entryText(record: JsonRecord, isBlank: boolean): string {
  return JSON.stringify(record, isBlank ? blanked : undefined);
}

/** Leaves the names and takes every value. */
function blanked(key: string, value: Json): Json {
  return key === '' ? value : null;
}
