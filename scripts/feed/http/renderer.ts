import { readFileSync } from 'node:fs';
import type { Dialect, SystemDescription } from '../dialects/dialect';
import { dialectNamed } from '../dialects/dialectNamed';
import type { Content } from '../faults/contentFaults';
import type { FeedEngine } from '../feedEngine';
import type { FeedOptions } from '../feedOptions';
import { GeneratedSource } from '../generated/generatedSource';
import type { Publication } from '../publication';
import { FeedFiles } from './feedFiles';
import { RenderedBody } from './rendering';

const JSON_TYPE = 'application/json; charset=utf-8';
const GEOJSON_TYPE = 'application/geo+json; charset=utf-8';

/** Everything that the feed serves, by path. */
export interface Renderer {
  readonly dialect: Dialect;
  readonly ttlS: number;
  discovery(baseUrl: string): RenderedBody;
  versions(baseUrl: string): RenderedBody;
  system(content: Content): RenderedBody;
  vehicleTypes(content: Content): RenderedBody;
  stations(content: Content): RenderedBody;
  statuses(content: Content): RenderedBody;
  opendataStatuses(content: Content): RenderedBody;
  opendataStations(content: Content): RenderedBody;
  fleetDiscovery(baseUrl: string): RenderedBody;
  vehicles(publication: Publication): RenderedBody;
  /** @returns null where the city has none */
  districts(level: string | null): RenderedBody | null;
}

export function contentOf(publication: Publication): Content {
  const { lastUpdatedAt, stations, statuses } = publication;
  return { lastUpdatedAt, stations, statuses, blankShare: 0 };
}

export function makeRenderer(options: FeedOptions, engine: FeedEngine): Renderer {
  const dialect = dialectNamed(options.dialect);
  const ttlS = dialect.ttlS(options.periodS);
  const files = new FeedFiles(dialect, ttlS);
  const startedAt = engine.publication.lastUpdatedAt;
  const body = (text: string, at: Date) => new RenderedBody(Buffer.from(text), JSON_TYPE, at);
  const gbfsFiles = ['system_information', 'station_information', 'station_status'];
  if (dialect.name !== 'velib') gbfsFiles.push('vehicle_types', 'gbfs_versions');
  const fleetFiles = ['system_information', dialect.vehicleFile, 'vehicle_types'];
  const districtTexts = readDistricts(options, engine);

  return {
    dialect,
    ttlS,
    discovery: (baseUrl) =>
      body(files.discovery(baseUrl, ['gbfs', ...gbfsFiles], startedAt), startedAt),
    versions: (baseUrl) => body(files.versions(baseUrl, startedAt), startedAt),
    system: (content) =>
      body(files.system(describe(options, engine), content.lastUpdatedAt), content.lastUpdatedAt),
    vehicleTypes: (content) =>
      body(files.vehicleTypes(content.lastUpdatedAt), content.lastUpdatedAt),
    stations: (content) => body(files.stations(content), content.lastUpdatedAt),
    statuses: (content) => body(files.statuses(content), content.lastUpdatedAt),
    opendataStatuses: (content) => body(files.opendataStatuses(content), content.lastUpdatedAt),
    opendataStations: (content) => body(files.opendataStations(content), content.lastUpdatedAt),
    fleetDiscovery: (baseUrl) =>
      body(files.discovery(baseUrl, ['gbfs', ...fleetFiles], startedAt), startedAt),
    vehicles: ({ vehicles, lastUpdatedAt }) =>
      body(files.vehicles(vehicles, lastUpdatedAt), lastUpdatedAt),
    districts: (level) => {
      const text = districtTexts(level);
      return text === null ? null : new RenderedBody(Buffer.from(text), GEOJSON_TYPE, startedAt);
    },
  };
}

function describe(options: FeedOptions, { source }: FeedEngine): SystemDescription {
  return {
    systemId: source.simulation === 'replay' ? 'replayed_city' : 'simulated_city',
    name: source.systemName,
    timezone: options.timezone,
    simulation: source.simulation,
  };
}

/** Texts of the districts by level; null asks for all. */
function readDistricts(
  options: FeedOptions,
  { source }: FeedEngine,
): (level: string | null) => string | null {
  if (options.districtsFile !== null) {
    const text = readFileSync(options.districtsFile, 'utf8');
    return () => text;
  }
  if (!(source instanceof GeneratedSource)) return () => null;
  const { features } = source.districts;
  return (level) =>
    JSON.stringify({
      type: 'FeatureCollection',
      features: features.filter((f) => level === null || String(f.properties.level) === level),
    });
}
