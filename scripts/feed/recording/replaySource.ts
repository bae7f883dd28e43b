import { FLAG_INSTALLED, FLAG_RENTING, FLAG_RETURNING } from '@/lib/stations/cityColumns';
import type { StationInformation, StationStatus } from '@/lib/stations/station';
import type { CitySource, ShownAt } from '../citySource';
import { type PlayOrder, playOrder } from './playOrder';
import type { RecordedStation } from './readRecordedStations';
import { type Reports, UNSAID } from './reports';

export interface ReplayOptions {
  reports: Reports;
  stations: readonly RecordedStation[];
  /** Which of the recording's times decides when a report is seen. */
  by: 'reported' | 'fetched';
  /** What the recording is of. */
  label: string;
  /** The first moment to be played; null: the recording's own. */
  startAt: Date | null;
  timezone: string;
  /** The id that the feed gives to a station of this code. */
  stationIdOf: (code: string) => string;
  shownAt: ShownAt;
}

/** Plays a recording: at any moment each station is as its last report at or before it says. */
export class ReplaySource implements CitySource {
  readonly simulation = 'replay';
  readonly systemName: string;
  readonly timezone: string;
  readonly span: { from: Date; to: Date };

  private readonly reports: Reports;
  private readonly play: PlayOrder;
  private readonly shownAt: ShownAt;
  private readonly ids: string[];
  private readonly listed: StationInformation[];
  private information: StationInformation[];
  private readonly informationIndex: Int32Array;
  private readonly current: (StationStatus | null)[];
  private cursor = 0;
  private playedS = 0;

  constructor(options: ReplayOptions) {
    const { reports } = options;
    this.reports = reports;
    this.timezone = options.timezone;
    this.shownAt = options.shownAt;
    this.play = playOrder(reports, options.by);
    const { order, atS } = this.play;
    if (order.length === 0) throw new Error('The recording holds no report');
    this.span = {
      from: new Date(atS[order[0]!]! * 1_000),
      to: new Date(atS[order[order.length - 1]!]! * 1_000),
    };
    const firstDay = (options.startAt ?? this.span.from).toISOString().slice(0, 10);
    this.systemName = `Replay of ${firstDay} (${options.label})`;
    const idByCode = new Map<string, string>();
    const idOf = (code: string): string => {
      const id = idByCode.get(code) ?? options.stationIdOf(code);
      idByCode.set(code, id);
      return id;
    };
    this.listed = options.stations.map((s) => ({
      stationId: idOf(s.code),
      stationCode: s.code,
      name: s.name,
      lat: s.lat,
      lon: s.lon,
      capacity: s.capacity,
    }));
    this.information = this.listed;
    const indexByCode = new Map(options.stations.map((s, i) => [s.code, i]));
    this.ids = reports.codes.map(idOf);
    this.informationIndex = Int32Array.from(reports.codes, (code) => indexByCode.get(code) ?? -1);
    this.current = reports.codes.map(() => null);
  }

  advanceTo(simulatedAt: Date): void {
    const untilS = Math.floor(simulatedAt.getTime() / 1_000);
    if (untilS < this.playedS) this.rewind();
    this.playedS = untilS;
    const { order, atS } = this.play;
    const newest = new Map<number, number>();
    while (this.cursor < order.length && atS[order[this.cursor]!]! <= untilS) {
      const row = order[this.cursor]!;
      newest.set(this.reports.station[row]!, row);
      this.cursor += 1;
    }
    for (const [station, row] of newest) {
      this.current[station] = this.statusOf(station, row);
      this.resize(this.informationIndex[station]!, this.reports.capacity[row]!);
    }
  }

  stations(): readonly StationInformation[] {
    return this.information;
  }

  statuses(): readonly StationStatus[] {
    return this.current.filter((status) => status !== null);
  }

  private rewind(): void {
    this.cursor = 0;
    this.current.fill(null);
    this.information = this.listed;
  }

  private statusOf(station: number, row: number): StationStatus {
    const { reports } = this;
    const flags = reports.flags[row]!;
    const numBikesAvailable = reports.bikes[row]!;
    const ebikes = said(reports.ebike[row]!);
    const mechanical = said(reports.mechanical[row]!);
    return {
      stationId: this.ids[station]!,
      numBikesAvailable,
      numMechanicalAvailable:
        mechanical ?? (ebikes === null ? null : Math.max(0, numBikesAvailable - ebikes)),
      numEbikesAvailable: ebikes,
      numDocksAvailable: said(reports.docks[row]!),
      isInstalled: (flags & FLAG_INSTALLED) !== 0,
      isRenting: (flags & FLAG_RENTING) !== 0,
      isReturning: (flags & FLAG_RETURNING) !== 0,
      lastReportedAt: this.shownAt(new Date(reports.reportedS[row]! * 1_000)),
    };
  }

  /** The report's capacity wins over the list's, which was taken at another time. */
  private resize(index: number, capacity: number): void {
    const station = this.information[index];
    if (!station || capacity === UNSAID || station.capacity === capacity) return;
    this.information = this.information.with(index, { ...station, capacity });
  }
}

function said(value: number): number | null {
  return value === UNSAID ? null : value;
}
