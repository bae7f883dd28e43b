import type { StationInformation, StationStatus } from '@/lib/stations/station';
import type { CitySource } from './citySource';
import type { FeedOptions } from './feedOptions';
import { Fleet } from './generated/fleet';
import { makeSource } from './makeSource';
import type { Publication } from './publication';
import { SimulationClock } from './simulationClock';
import { StationEdits } from './stationEdits';
import { changedStatus, type StatusChange } from './statusChange';

/** Publications kept for a feed that goes back in time. */
const KEPT_PUBLICATIONS = 4;
const DEFAULT_TICK_S = 60;

/** The living city behind the feed: source, clock and edits, and the publications made of them. */
export class FeedEngine {
  readonly edits = new StationEdits();
  private readonly fleet: Fleet;
  private readonly history: Publication[] = [];
  private sequence = 0;
  private reachedAt = new Date(0);

  private constructor(
    private readonly options: FeedOptions,
    readonly source: CitySource,
    readonly clock: SimulationClock,
  ) {
    const { vehicles, vehicleKind: kind, seed } = options;
    this.fleet = new Fleet({ vehicles, kind, seed, shownAt: (at) => clock.shown(at) });
    this.advance();
  }

  static async create(options: FeedOptions): Promise<FeedEngine> {
    const clock = new SimulationClock({
      wallClock: options.clock,
      startAt: options.startAt ?? options.clock(),
      speed: options.speed,
      times: options.times,
      lagS: options.lagS,
    });
    const source = await makeSource(options, (at) => clock.shown(at));
    // Loading may take seconds, in which the city should not have moved.
    clock.jumpTo(options.startAt ?? source.span?.from ?? options.clock());
    return new FeedEngine(options, source, clock);
  }

  /** The newest publication. */
  get publication(): Publication {
    return this.history[0]!;
  }

  /** One of the publications before the newest; null at the start. */
  get olderPublication(): Publication | null {
    return this.history.at(-1) === this.publication ? null : this.history.at(-1)!;
  }

  /** Brings the city to the clock's moment and publishes it. */
  advance(): Publication {
    const { span } = this.source;
    const loops = this.options.city.kind === 'replay' && this.options.city.loop;
    if (span && loops && this.clock.simulatedNow() > span.to) this.jumpTo(span.from);
    const wished = this.clock.simulatedNow();
    // A lag that grew stops the city until the clock has caught up.
    if (wished > this.reachedAt) this.reachedAt = wished;
    this.source.advanceTo(this.reachedAt);
    this.fleet.advanceTo(this.reachedAt, this.source.stations());
    return this.publish();
  }

  /** Lets simulated seconds pass at once, by default one period's, and publishes. */
  tick(seconds?: number): Publication {
    const periodS = (this.options.periodS || DEFAULT_TICK_S) * (this.clock.speed || 1);
    this.clock.jumpTo(new Date(this.clock.simulatedNow().getTime() + (seconds ?? periodS) * 1_000));
    return this.advance();
  }

  /** Moves, hurries or delays the city and publishes it as it is then. */
  setClock(change: { at?: Date; speed?: number; lagS?: number }): Publication {
    if (change.speed !== undefined) this.clock.setSpeed(change.speed);
    if (change.lagS !== undefined) this.clock.setLag(change.lagS);
    if (change.at !== undefined) this.jumpTo(change.at);
    return this.advance();
  }

  /**
   * Says what a station reports from now on, whatever the source makes of it, and publishes.
   *
   * @throws RangeError when there is no such station
   */
  setStation(stationId: string, change: StatusChange): StationStatus {
    const status = changedStatus(this.statusOf(stationId), change, this.reportedNow());
    this.edits.freeze(status);
    this.publish();
    return status;
  }

  /** The source decides about the station again, from its next report on. */
  releaseStation(stationId: string): void {
    this.edits.release(stationId);
    this.publish();
  }

  /** A new station opens, empty unless its status is said. */
  addStation(station: StationInformation, change: StatusChange = {}): void {
    this.edits.add(station);
    this.edits.freeze({
      stationId: station.stationId,
      numBikesAvailable: 0,
      numMechanicalAvailable: 0,
      numEbikesAvailable: 0,
      numDocksAvailable: station.capacity,
      isInstalled: true,
      isRenting: true,
      isReturning: true,
      lastReportedAt: this.reportedNow(),
      ...change,
    });
    this.publish();
  }

  /** @throws RangeError when there is no such station */
  changeStation(stationId: string, change: Partial<Omit<StationInformation, 'stationId'>>): void {
    this.informationOf(stationId);
    this.edits.change(stationId, change);
    this.publish();
  }

  /** @throws RangeError when there is no such station */
  removeStation(stationId: string): void {
    this.informationOf(stationId);
    this.edits.remove(stationId);
    this.publish();
  }

  /** @throws RangeError when there is no such station */
  informationOf(stationId: string): StationInformation {
    const station = this.publication.stations.find((s) => s.stationId === stationId);
    if (!station) throw new RangeError(`There is no station ${stationId}`);
    return station;
  }

  /** @throws RangeError when the station does not report */
  statusOf(stationId: string): StationStatus {
    const status = this.publication.statuses.find((s) => s.stationId === stationId);
    if (!status) throw new RangeError(`There is no status of station ${stationId}`);
    return status;
  }

  private jumpTo(at: Date): void {
    this.clock.jumpTo(at);
    this.reachedAt = at;
  }

  private reportedNow(): Date {
    return new Date(Math.floor(this.clock.shownNow().getTime() / 1_000) * 1_000);
  }

  private publish(): Publication {
    this.sequence += 1;
    const publication: Publication = {
      sequence: this.sequence,
      lastUpdatedAt: this.clock.shownNow(),
      simulatedAt: this.reachedAt,
      stations: this.edits.applyToStations(this.source.stations()),
      statuses: this.edits.applyToStatuses(this.source.statuses()),
      vehicles: this.fleet.standing(),
    };
    this.history.unshift(publication);
    if (this.history.length > KEPT_PUBLICATIONS) this.history.pop();
    return publication;
  }
}
