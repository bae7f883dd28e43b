import type { IncomingMessage, ServerResponse } from 'node:http';
import { OPENDATA_STATIONS_PATH, OPENDATA_STATUS_PATH } from '../dialects/opendata';
import { applyContentFaults, type Content } from '../faults/contentFaults';
import type { ActiveFault, FaultBook } from '../faults/faultBook';
import { type FaultResource, isTransportFault } from '../faults/faultKinds';
import type { FeedEngine } from '../feedEngine';
import type { Ledger } from '../ledger/ledger';
import type { LedgerSource } from '../ledger/ledgerEntry';
import { AnswerCache } from './answerCache';
import { contentOf, type Renderer } from './renderer';
import type { RenderedBody } from './rendering';
import { sendBody } from './sendBody';
import { answerBroken } from './transportFaults';
import { type ToldAnswer, watchAnswer } from './watchAnswer';

export interface FeedRoutesParts {
  engine: FeedEngine;
  renderer: Renderer;
  faults: FaultBook;
  ledger: Ledger;
}

interface FeedFile {
  resource: FaultResource;
  /** Of the files that tell of the stations' status: their answers go into the ledger. */
  ledgerSource?: LedgerSource;
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
    if (request.method !== 'GET' && request.method !== 'HEAD') return false;
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
    const told: ToldAnswer = { publication, content, body, struck, httpStatus: 0 };
    if (file.ledgerSource) watchAnswer(parts, response, file.ledgerSource, told);
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
  const status: FeedFile = {
    resource: 'station_status',
    ledgerSource: 'gbfs',
    render: renderer.statuses,
  };
  const exported: FeedFile = {
    resource: 'opendata',
    ledgerSource: 'opendata',
    render: renderer.opendataStatuses,
  };
  const vehicles: FeedFile = {
    resource: 'vehicles',
    render: () => renderer.vehicles(engine.publication),
  };
  const files: [string, FeedFile][] = [
    ['/gbfs.json', { resource: 'gbfs', render: (_, base) => renderer.discovery(base) }],
    ['/gbfs_versions.json', { resource: 'gbfs', render: (_, base) => renderer.versions(base) }],
    ['/system_information.json', system],
    ['/station_information.json', { resource: 'station_information', render: renderer.stations }],
    ['/station_status.json', status],
    ['/vehicle_types.json', types],
    [OPENDATA_STATUS_PATH, exported],
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
