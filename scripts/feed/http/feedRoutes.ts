import type { IncomingMessage, ServerResponse } from 'node:http';
import { OPENDATA_STATIONS_PATH, OPENDATA_STATUS_PATH } from '../dialects/opendata';
import { applyContentFaults, type Content, isStruck } from '../faults/contentFaults';
import type { ActiveFault, FaultBook } from '../faults/faultBook';
import { type FaultResource, isTransportFault } from '../faults/faultKinds';
import type { FeedEngine } from '../feedEngine';
import type { Ledger, LedgerSource } from '../ledger/ledger';
import { AnswerCache } from './answerCache';
import { contentOf, type Renderer } from './renderer';
import type { RenderedBody } from './rendering';
import { sendBody } from './sendBody';
import { answerBroken } from './transportFaults';

export interface FeedRoutesParts {
  engine: FeedEngine;
  renderer: Renderer;
  faults: FaultBook;
  ledger: Ledger;
}

interface FeedFile {
  resource: FaultResource;
  render: (content: Content, baseUrl: string) => RenderedBody;
}

/** Answers a request for a file of the feed; false where there is no such file. */
export type FeedRoutes = (
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
) => Promise<boolean>;

export function makeFeedRoutes(parts: FeedRoutesParts): FeedRoutes {
  const { engine, renderer, faults } = parts;
  const files = feedFiles(parts);
  const cache = new AnswerCache();
  return async (request, response, url) => {
    const file = files.get(url.pathname);
    if (!file) return sendDistricts(renderer, request, response, url);
    const publication = engine.publication;
    const struck = faults.strike(file.resource, engine.clock.wallNow());
    const altering = struck.filter((fault) => !isTransportFault(fault.kind));
    const content = alteredContent(engine, altering);
    const render = () => file.render(content, url.origin);
    const body =
      altering.length > 0
        ? render()
        : cache.bodyOf(`${url.origin}${url.pathname}`, publication.sequence, render);
    const breaking = struck.find((fault) => isTransportFault(fault.kind));
    const told: Told = { publication: publication.sequence, content, body, struck, httpStatus: 0 };
    const source = LEDGER_SOURCES[url.pathname];
    if (source) watchEnd(parts, response, source, told);
    if (breaking && isTransportFault(breaking.kind)) {
      told.httpStatus = answerBroken(breaking.kind, response, body, breaking);
    } else {
      told.httpStatus = await sendBody(request, response, body);
    }
    return true;
  };
}

function feedFiles({ engine, renderer }: FeedRoutesParts): Map<string, FeedFile> {
  const system: FeedFile = { resource: 'system_information', render: renderer.system };
  const types: FeedFile = { resource: 'gbfs', render: renderer.vehicleTypes };
  const vehicles: FeedFile = {
    resource: 'vehicles',
    render: () => renderer.vehicles(engine.publication),
  };
  const files: [string, FeedFile][] = [
    ['/gbfs.json', { resource: 'gbfs', render: (_, base) => renderer.discovery(base) }],
    ['/gbfs_versions.json', { resource: 'gbfs', render: (_, base) => renderer.versions(base) }],
    ['/system_information.json', system],
    ['/station_information.json', { resource: 'station_information', render: renderer.stations }],
    ['/station_status.json', { resource: 'station_status', render: renderer.statuses }],
    ['/vehicle_types.json', types],
    [OPENDATA_STATUS_PATH, { resource: 'opendata', render: renderer.opendataStatuses }],
    [OPENDATA_STATIONS_PATH, { resource: 'opendata', render: renderer.opendataStations }],
    [
      '/fleet/gbfs.json',
      { resource: 'gbfs', render: (_, base) => renderer.fleetDiscovery(`${base}/fleet`) },
    ],
    ['/fleet/system_information.json', system],
    ['/fleet/vehicle_types.json', types],
    [`/fleet/${renderer.dialect.vehicleFile}.json`, vehicles],
  ];
  return new Map(files);
}

function alteredContent(engine: FeedEngine, faults: readonly ActiveFault[]): Content {
  const content = contentOf(engine.publication);
  const older = engine.olderPublication;
  return applyContentFaults(content, faults, older && contentOf(older));
}

async function sendDistricts(
  renderer: Renderer,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  if (url.pathname !== '/districts.geojson') return false;
  const body = renderer.districts(url.searchParams.get('level'));
  if (!body) return false;
  await sendBody(request, response, body);
  return true;
}

/** The files that tell of the stations' status. */
const LEDGER_SOURCES: Record<string, LedgerSource> = {
  '/station_status.json': 'gbfs',
  [OPENDATA_STATUS_PATH]: 'opendata',
};

interface Told {
  publication: number;
  content: Content;
  body: RenderedBody;
  struck: readonly ActiveFault[];
  httpStatus: number;
}

/** Faults after which the body cannot be read as a status file. */
const UNREADABLE: readonly string[] = ['serverError', 'empty', 'truncated', 'html', 'silence'];

/** Writes an answer into the ledger when it has ended, well or not. */
function watchEnd(
  { ledger, engine }: FeedRoutesParts,
  response: ServerResponse,
  source: LedgerSource,
  told: Told,
): void {
  response.once('close', () => {
    const { content, struck, httpStatus } = told;
    const complete = response.writableFinished;
    const kinds = struck.map((fault) => fault.kind);
    const isStruckOut = kinds.some((kind) => UNREADABLE.includes(kind));
    const status = response.headersSent ? httpStatus || response.statusCode : 0;
    ledger.record({
      source,
      servedAt: engine.clock.wallNow(),
      httpStatus: status,
      complete,
      readable: complete && status === 200 && !isStruckOut,
      publication: told.publication,
      lastUpdatedAt: content.lastUpdatedAt,
      faults: kinds,
      hash: told.body.hash,
      statuses: content.statuses.filter((s) => !isStruck(s.stationId, content.blankShare)),
    });
  });
}
