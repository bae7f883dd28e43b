import type { Rng } from '@/lib/units/rng';
import type { CityLayout } from './cityLayout';
import { bikesAt, type CityStock, isInService, usableBikesAt } from './cityStock';
import { attraction, departureRate, type Purposes } from './demand';
import { StationGrid } from './stationGrid';
import { drawTrip } from './trips';

/** A bike under way. */
interface Transit {
  to: number;
  isEbike: boolean;
  isBroken: boolean;
}

const BREAKS_PER_TRIP = 0.001;
/** Truck moves an hour for each 1,000 stations. */
const TRUCK_MOVES_PER_HOUR = 12;
const TRUCK_LOAD = 16;
const TRUCK_LOOKS_AT = 24;
const NEXT_TRY_MIN = 4;

/** Moves bikes: people ride, trucks carry, bikes break and are mended. None appears or vanishes. */
export class CityFlows {
  private readonly arrivals = new Map<number, Transit[]>();
  private readonly grid: StationGrid;
  private underway = 0;

  constructor(
    private readonly layout: CityLayout,
    private readonly stock: CityStock,
    private readonly rng: Rng,
    /** Told of each station at which something changed. */
    private readonly onChange: (station: number) => void,
  ) {
    const spacingKm = layout.edgeKm * Math.sqrt(Math.PI / layout.points.length);
    this.grid = new StationGrid(layout.points, 1.2 * spacingKm);
  }

  /** Bikes on the road, on trucks included. */
  get bikesUnderway(): number {
    return this.underway;
  }

  /** Lets the minutes after `fromMin` up to `toMin` pass, at the demand of one moment. */
  pass(fromMin: number, toMin: number, purposes: Purposes): void {
    for (let minute = fromMin + 1; minute <= toMin; minute += 1) this.arrive(minute);
    this.depart(toMin, toMin - fromMin, purposes);
    this.moveTrucks(toMin, toMin - fromMin);
  }

  /** Puts every bike under way where it was going, before the clock is set back. */
  landAll(minute: number): void {
    const due = [...this.arrivals.values()].flat();
    this.arrivals.clear();
    this.arrivals.set(minute, due);
    this.arrive(minute);
  }

  private depart(minute: number, minutes: number, purposes: Purposes): void {
    const { layout, stock, rng } = this;
    const count = layout.capacity.length;
    for (let i = 0; i < count; i += 1) {
      const perHour = departureRate(purposes, layout.officeShare[i]!) * layout.popularity[i]!;
      const expected = (perHour * minutes) / 60;
      let wanting = Math.floor(expected + rng());
      // A draw of whole trips with the right mean: one uniform number where trips are rare.
      if (expected > 1) wanting = Math.round(expected * (0.5 + rng()));
      if (wanting === 0 || !isInService(stock, i)) continue;
      for (; wanting > 0 && usableBikesAt(stock, i) > 0; wanting -= 1) {
        this.startTrip(i, minute, purposes);
      }
    }
  }

  private startTrip(from: number, minute: number, purposes: Purposes): void {
    const { layout, rng } = this;
    const accepts = (to: number) => rng() < attraction(purposes, layout.officeShare[to]!);
    const trip = drawTrip(layout.points, this.grid, from, accepts, rng);
    this.send(from, trip.to, minute + trip.durationMin, rng() < BREAKS_PER_TRIP);
  }

  private send(from: number, to: number, arrivalMin: number, breaks: boolean): void {
    const { stock, rng } = this;
    const ebikes = stock.ebike[from]!;
    const isEbike = rng() * (1.3 * ebikes + stock.mechanical[from]!) < 1.3 * ebikes;
    const kind = isEbike ? stock.ebike : stock.mechanical;
    kind[from] = kind[from]! - 1;
    this.underway += 1;
    this.onChange(from);
    this.schedule({ to, isEbike, isBroken: breaks }, arrivalMin);
  }

  private schedule(transit: Transit, minute: number): void {
    const due = this.arrivals.get(minute);
    if (due) due.push(transit);
    else this.arrivals.set(minute, [transit]);
  }

  private arrive(minute: number): void {
    const due = this.arrivals.get(minute);
    if (!due) return;
    this.arrivals.delete(minute);
    for (const transit of due) {
      const to = this.dockFor(transit.to);
      if (to < 0) this.schedule(transit, minute + NEXT_TRY_MIN);
      else this.dock(transit, to);
    }
  }

  private dock(transit: Transit, to: number): void {
    const { stock } = this;
    const kind = transit.isEbike ? stock.ebike : stock.mechanical;
    kind[to] = kind[to]! + 1;
    if (transit.isBroken) stock.phantom[to] = stock.phantom[to]! + 1;
    this.underway -= 1;
    this.onChange(to);
  }

  /** The station itself, else one nearby that has a free dock; -1 where all are full. */
  private dockFor(wished: number): number {
    if (this.hasFreeDock(wished)) return wished;
    const { x, y } = this.layout.points[wished]!;
    return this.grid.nearest(x, y, (station) => this.hasFreeDock(station));
  }

  private hasFreeDock(i: number): boolean {
    const { layout, stock } = this;
    const docks = layout.capacity[i]! - stock.brokenDocks[i]!;
    return isInService(stock, i) && bikesAt(stock, i) < docks;
  }

  private moveTrucks(minute: number, minutes: number): void {
    const count = this.layout.capacity.length;
    const expected = (TRUCK_MOVES_PER_HOUR * count * minutes) / 60 / 1_000;
    for (let moves = Math.floor(expected + this.rng()); moves > 0; moves -= 1) {
      this.moveTruck(minute);
    }
  }

  /** Takes a load from the fullest to the emptiest of some stations, and mends bikes there. */
  private moveTruck(minute: number): void {
    const { layout, stock, rng } = this;
    const count = layout.capacity.length;
    let fullest = -1;
    let emptiest = -1;
    const fill = (i: number): number =>
      i < 0 ? Number.NaN : bikesAt(stock, i) / layout.capacity[i]!;
    for (let look = 0; look < TRUCK_LOOKS_AT; look += 1) {
      const i = Math.floor(rng() * count);
      if (!isInService(stock, i)) continue;
      if (!(fill(i) <= fill(fullest))) fullest = i;
      if (!(fill(i) >= fill(emptiest))) emptiest = i;
    }
    if (fullest < 0 || fullest === emptiest) return;
    stock.phantom[fullest] = 0;
    const room = layout.capacity[emptiest]! - bikesAt(stock, emptiest);
    const load = Math.min(TRUCK_LOAD, Math.floor(bikesAt(stock, fullest) / 2), room);
    const arrivalMin = minute + 20 + Math.floor(rng() * 20);
    for (let bike = 0; bike < load; bike += 1) this.send(fullest, emptiest, arrivalMin, false);
  }
}
