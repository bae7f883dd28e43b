import type { StationInformation, StationStatus } from '@/lib/stations/station';
import { DAY_MS, MINUTE_MS, SECOND_MS } from '@/lib/units/clock';
import { type Rng, seededRng } from '@/lib/units/rng';
import type { CitySource, ShownAt } from '../citySource';
import { CityFlows } from './cityFlows';
import { type CityLayout, type CityLayoutOptions, layOutCity } from './cityLayout';
import { bikesAt, type CityStock, stockCity } from './cityStock';
import { type LocalTime, localClock, purposesAt } from './demand';
import { type DistrictCollection, generateDistricts } from './districts';

export interface GeneratedOptions extends CityLayoutOptions {
  /** The simulated moment at which the city begins to live. */
  startAt: Date;
  timezone: string;
  shownAt: ShownAt;
}

/** People ride for this long before the first moment shown, so that bikes are under way in it. */
const WARM_UP_MIN = 90;
/** Large cities start within seconds instead. */
const LARGE_CITY = 20_000;
const LARGE_WARM_UP_MIN = 20;
const WARM_UP_STEP_MIN = 5;
/** A jump further ahead is lived through from this long before its end. */
const LONGEST_PASS_MIN = 24 * 60;
const NEVER = Number.POSITIVE_INFINITY;

/** A city that never was: its people go to work and home again, and now and then a truck comes. */
export class GeneratedSource implements CitySource {
  readonly simulation = 'generated';
  readonly systemName = 'Simulated city';
  readonly timezone: string;
  readonly span = null;
  readonly layout: CityLayout;
  readonly stock: CityStock;
  readonly districts: DistrictCollection;

  private readonly flows: CityFlows;
  private readonly rng: Rng;
  private readonly shownAt: ShownAt;
  private readonly localTime: (at: Date) => LocalTime;
  private readonly changed: Uint8Array;
  private readonly nextReportMin: Float64Array;
  private readonly rows: StationStatus[];
  private minute: number;

  constructor(options: GeneratedOptions) {
    this.timezone = options.timezone;
    this.shownAt = options.shownAt;
    this.localTime = localClock(options.timezone);
    this.rng = seededRng(options.seed + 2);
    this.layout = layOutCity(options);
    this.districts = generateDistricts(options.centre, this.layout.edgeKm);
    this.stock = stockCity(this.layout, options.seed, this.localTime(options.startAt).hour);
    const count = this.layout.capacity.length;
    this.changed = new Uint8Array(count);
    this.nextReportMin = new Float64Array(count);
    this.flows = new CityFlows(this.layout, this.stock, this.rng, (station) => {
      this.changed[station] = 1;
    });
    const startMin = Math.floor(options.startAt.getTime() / MINUTE_MS);
    this.minute = startMin - (count > LARGE_CITY ? LARGE_WARM_UP_MIN : WARM_UP_MIN);
    this.pass(startMin, WARM_UP_STEP_MIN);
    this.rows = this.layout.information.map((_, i) => this.report(i));
  }

  /** All bikes there are: at stations and under way. */
  get bikesInSystem(): number {
    let bikes = this.flows.bikesUnderway;
    for (let i = 0; i < this.rows.length; i += 1) bikes += bikesAt(this.stock, i);
    return bikes;
  }

  advanceTo(simulatedAt: Date): void {
    const untilMin = Math.floor(simulatedAt.getTime() / MINUTE_MS);
    if (untilMin < this.minute) {
      // The past cannot be lived again: the same bikes, at another hour.
      this.minute = untilMin;
      this.flows.landAll(untilMin);
      this.nextReportMin.forEach((at, i) => {
        this.nextReportMin[i] = at === NEVER ? NEVER : untilMin;
      });
    }
    if (untilMin - this.minute > LONGEST_PASS_MIN) {
      this.minute = untilMin - LONGEST_PASS_MIN;
      this.flows.landAll(this.minute);
    }
    this.pass(untilMin, 1);
    for (let i = 0; i < this.rows.length; i += 1) {
      if (this.changed[i] === 1 || this.nextReportMin[i]! <= untilMin)
        this.rows[i] = this.report(i);
    }
  }

  stations(): readonly StationInformation[] {
    return this.layout.information;
  }

  statuses(): readonly StationStatus[] {
    return this.rows.slice();
  }

  private pass(untilMin: number, stepMin: number): void {
    while (this.minute < untilMin) {
      const toMin = Math.min(untilMin, this.minute + stepMin);
      const { hour, isWeekend } = this.localTime(new Date(toMin * MINUTE_MS));
      this.flows.pass(this.minute, toMin, purposesAt(hour, isWeekend));
      this.minute = toMin;
    }
  }

  /** The station reports now: something changed there, or it is its turn. */
  private report(i: number): StationStatus {
    const { layout, stock } = this;
    this.changed[i] = 0;
    this.nextReportMin[i] = this.isZombie(i) ? NEVER : this.minute + 4 + Math.floor(this.rng() * 5);
    const numBikesAvailable = bikesAt(stock, i);
    const docks = layout.capacity[i]! - stock.brokenDocks[i]! - numBikesAvailable;
    return {
      stationId: layout.information[i]!.stationId,
      numBikesAvailable,
      numMechanicalAvailable: stock.mechanical[i]!,
      numEbikesAvailable: stock.ebike[i]!,
      numDocksAvailable: Math.max(0, docks),
      isInstalled: stock.isInstalled[i] === 1,
      isRenting: stock.isRenting[i] === 1,
      isReturning: stock.isRenting[i] === 1,
      lastReportedAt: this.reportTime(i),
    };
  }

  private reportTime(i: number): Date | null {
    if (this.isZombie(i)) return this.zombieTime(i);
    const agoMs = Math.floor(this.rng() * 60) * SECOND_MS;
    return this.shownAt(new Date(this.minute * MINUTE_MS - agoMs));
  }

  private isZombie(i: number): boolean {
    return this.stock.isReporting[i] === 0;
  }

  /** Zombies spoke last from two days to years ago; one in eight never did. */
  private zombieTime(i: number): Date | null {
    if (i % 8 === 0) return null;
    const ageMs = (2 + (i % 7) ** 3 * 3) * DAY_MS;
    return this.shownAt(new Date(this.minute * MINUTE_MS - ageMs));
  }
}
