import { createHash } from 'node:crypto';
import { isPosition } from '@/lib/geo/position';
import type { OwnVehicle, StationInformation, VehicleKind } from '@/lib/stations/station';
import { MINUTE_MS } from '@/lib/units/clock';
import { type Rng, seededRng } from '@/lib/units/rng';
import type { ShownAt } from '../citySource';
import { roundedDegrees } from './plane';

export interface FleetOptions {
  vehicles: number;
  kind: VehicleKind;
  seed: number;
  shownAt: ShownAt;
}

/** Trips a day and vehicle. */
const TRIPS_PER_DAY = 4;
const DISABLED_SHARE = 0.04;
const RESERVED_SHARE = 0.02;
const FULL_RANGE_M = 60_000;
/** Vehicles stand within about this of some station, in degrees of latitude. */
const SCATTER_DEGREES = 0.0025;

/** Own vehicles standing in the street. Each trip gives a vehicle another place and another id. */
export class Fleet {
  private readonly rng: Rng;
  private readonly vehicles: OwnVehicle[] = [];
  private lastMs: number | null = null;
  private issued = 0;

  constructor(private readonly options: FleetOptions) {
    this.rng = seededRng(options.seed + 3);
  }

  advanceTo(simulatedAt: Date, stations: readonly StationInformation[]): void {
    const minutes =
      this.lastMs === null ? 0 : Math.max(0, (simulatedAt.getTime() - this.lastMs) / MINUTE_MS);
    this.lastMs = simulatedAt.getTime();
    const moves = 1 - Math.exp((-TRIPS_PER_DAY * minutes) / (24 * 60));
    const places = stations.filter((station) => isPosition(station.lat, station.lon));
    if (places.length === 0) return;
    for (let i = 0; i < this.options.vehicles; i += 1) {
      if (this.vehicles[i] && this.rng() >= moves) continue;
      this.vehicles[i] = this.parked(places, simulatedAt);
    }
  }

  standing(): readonly OwnVehicle[] {
    return this.vehicles.slice();
  }

  private parked(places: readonly StationInformation[], simulatedAt: Date): OwnVehicle {
    const { rng } = this;
    const place = places[Math.floor(rng() * places.length)]!;
    this.issued += 1;
    return {
      vehicleId: this.freshId(),
      lat: roundedDegrees(place.lat + (rng() - 0.5) * 2 * SCATTER_DEGREES),
      lon: roundedDegrees(place.lon + (rng() - 0.5) * 3 * SCATTER_DEGREES),
      kind: this.options.kind,
      isReserved: rng() < RESERVED_SHARE,
      isDisabled: rng() < DISABLED_SHARE,
      rangeM: Math.round(FULL_RANGE_M * (0.1 + 0.9 * rng())),
      lastReportedAt: this.options.shownAt(simulatedAt),
    };
  }

  private freshId(): string {
    const text = `${this.options.seed}:${this.issued}`;
    return createHash('sha256').update(text).digest('hex').slice(0, 32);
  }
}
