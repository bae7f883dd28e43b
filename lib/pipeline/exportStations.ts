import type { CityView } from './cityView';
import { inertText } from './inertText';
import { type StationRecord, stationRecords } from './stationRecord';

export const EXPORT_FORMATS = ['json', 'geojson', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface StationExport {
  contentType: string;
  body: string;
  /** What the file says of the data's age and truth, for formats that have no place for it. */
  about: ExportAbout;
}

export interface ExportAbout {
  systemId: string;
  systemName: string;
  simulation: CityView['base']['simulation'];
  fetchedAt: string | null;
  lastUpdatedAt: string | null;
  settingsVersion: number;
  /** The instant of the past that it shows; left out of the present. */
  pastAt?: string;
}

/**
 * Stations in a file other tools open. Rows stand in the order of rank, worst first.
 *
 * @param indexes which stations; the whole city by default
 */
export function exportStations(
  view: CityView,
  format: ExportFormat,
  indexes?: readonly number[],
): StationExport {
  const records = stationRecords(view, indexes);
  const about = aboutData(view);
  switch (format) {
    case 'csv':
      return { about, contentType: 'text/csv; charset=utf-8', body: toCsv(records) };
    case 'json': {
      const body = JSON.stringify({ ...about, stations: records });
      return { about, contentType: 'application/json; charset=utf-8', body };
    }
    case 'geojson': {
      const features = records.map(toFeature);
      const body = JSON.stringify({ type: 'FeatureCollection', ...about, features });
      return { about, contentType: 'application/geo+json; charset=utf-8', body };
    }
  }
}

function aboutData({ base, frame }: CityView): ExportAbout {
  const { fetchedAt, lastUpdatedAt } = frame.freshness;
  return {
    systemId: base.systemId,
    systemName: base.systemName,
    simulation: base.simulation,
    fetchedAt: fetchedAt === null ? null : new Date(fetchedAt * 1000).toISOString(),
    lastUpdatedAt: lastUpdatedAt === null ? null : new Date(lastUpdatedAt * 1000).toISOString(),
    settingsVersion: frame.marker.settingsVersion,
    ...(frame.past ? { pastAt: new Date(frame.past.at * 1000).toISOString() } : {}),
  };
}

function toFeature({ lat, lon, ...properties }: StationRecord) {
  return {
    type: 'Feature',
    id: properties.stationId,
    geometry: { type: 'Point', coordinates: [lon, lat] },
    properties,
  };
}

function toCsv(records: StationRecord[]): string {
  const first = records[0];
  if (!first) return '';
  const columns = Object.keys(first) as (keyof StationRecord)[];
  const rows = records.map((record) => columns.map((column) => csvCell(record[column])).join(','));
  return `${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}

/** RFC 4180. Text is made inert. */
export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const inert = inertText(value);
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
}
