import type { IncomingMessage, ServerResponse } from 'node:http';
import { z } from 'zod';
import type { FaultBook } from '../faults/faultBook';
import { FAULT_KINDS, faultSpecSchema } from '../faults/faultKinds';
import type { FeedEngine } from '../feedEngine';
import type { Ledger } from '../ledger/ledger';
import { applyStationAction } from './applyStationAction';
import {
  clockChangeSchema,
  stationActionSchema,
  statusChangeSchema,
  tickSchema,
} from './controlSchemas';
import { readJson } from './readJson';

export interface ControlParts {
  engine: FeedEngine;
  faults: FaultBook;
  ledger: Ledger;
}

interface Call {
  parts: ControlParts;
  body: unknown;
  /** The path's last part, where the route takes one. */
  name: string;
  query: URLSearchParams;
}

/** Answers the returned value as JSON; undefined is "not found". */
type Handler = (call: Call) => unknown;

const faultKindSchema = z.enum(FAULT_KINDS);

/** Method and path, `*` standing for one name. */
const ROUTES: Record<string, Handler> = {
  'GET /control': ({ parts }) => describe(parts),
  'GET /control/faults': ({ parts: { faults, engine } }) => faults.list(engine.clock.wallNow()),
  'POST /control/faults': ({ parts: { faults, engine }, body }) =>
    faults.add(faultSpecSchema.parse(body), engine.clock.wallNow()),
  'DELETE /control/faults': ({ parts: { faults } }) => {
    faults.clear();
    return { cleared: 'all' };
  },
  'DELETE /control/faults/*': ({ parts: { faults }, name }) => {
    faults.clear(faultKindSchema.parse(name));
    return { cleared: name };
  },
  'POST /control/stations': ({ parts: { engine }, body }) => {
    applyStationAction(engine, stationActionSchema.parse(body));
    return describePublication(engine);
  },
  'GET /control/stations/*': ({ parts: { engine }, name }) => ({
    information: engine.informationOf(name),
    status: engine.statusOf(name),
  }),
  'POST /control/stations/*': ({ parts: { engine }, name, body }) => {
    const status = engine.setStation(name, statusChangeSchema.parse(body));
    return { status, ...describePublication(engine) };
  },
  'DELETE /control/stations/*': ({ parts: { engine }, name }) => {
    engine.releaseStation(name);
    return describePublication(engine);
  },
  'POST /control/clock': ({ parts: { engine }, body }) => {
    engine.setClock(clockChangeSchema.parse(body));
    return describePublication(engine);
  },
  'POST /control/tick': ({ parts: { engine }, body }) => {
    engine.tick(tickSchema.parse(body).seconds);
    return describePublication(engine);
  },
  'GET /control/ledger': ({ parts: { ledger }, query }) => ({
    entries: ledger.entries(Number(query.get('from') ?? 1), Number(query.get('limit') ?? 1_000)),
  }),
  'GET /control/ledger/*': ({ parts: { ledger }, name }) => {
    const state = ledger.stateAt(Number(name));
    return state && { n: Number(name), rows: [...state.values()] };
  },
};

function describe(parts: ControlParts): object {
  const { engine, faults } = parts;
  return {
    system: engine.source.systemName,
    simulation: engine.source.simulation,
    speed: engine.clock.speed,
    faults: faults.list(engine.clock.wallNow()),
    ...describePublication(engine),
  };
}

function describePublication({ publication }: FeedEngine): object {
  return {
    publication: publication.sequence,
    simulatedAt: publication.simulatedAt,
    lastUpdatedAt: publication.lastUpdatedAt,
    stations: publication.stations.length,
    statuses: publication.statuses.length,
  };
}

/**
 * Answers a control request. Only programs on this machine may: other addresses get 403, and so do
 * pages in a browser, which always name their origin.
 */
export async function answerControl(
  parts: ControlParts,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<boolean> {
  if (!isLoopback(request.socket.remoteAddress) || request.headers.origin !== undefined) {
    return sendJson(response, 403, { error: 'Control is for programs on this machine only' });
  }
  const [, , collection, name] = url.pathname.split('/');
  const exact = `${request.method} ${url.pathname}`;
  const handler =
    ROUTES[exact] ??
    (name === undefined ? undefined : ROUTES[`${request.method} /control/${collection}/*`]);
  if (!handler) return sendJson(response, 404, { error: `No ${exact}` });
  try {
    const body = await readJson(request);
    const decoded = decodeURIComponent(name ?? '');
    const answer = handler({ parts, body, name: decoded, query: url.searchParams });
    if (answer === undefined) return sendJson(response, 404, { error: 'Not found' });
    return sendJson(response, 200, answer);
  } catch (error) {
    return sendJson(response, ...problemOf(error));
  }
}

function problemOf(error: unknown): [status: number, body: object] {
  if (error instanceof z.ZodError) return [400, { error: z.prettifyError(error) }];
  if (error instanceof SyntaxError) return [400, { error: error.message }];
  if (error instanceof RangeError) return [404, { error: error.message }];
  throw error;
}

function isLoopback(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '');
}

function sendJson(response: ServerResponse, status: number, value: unknown): true {
  const bytes = Buffer.from(`${JSON.stringify(value)}\n`);
  response
    .writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': bytes.length })
    .end(bytes);
  return true;
}
