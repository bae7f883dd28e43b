import type { AddressInfo } from 'node:net';
import { seededRng } from '@/lib/units/rng';
import { FaultBook } from './faults/faultBook';
import type { FaultKind, FaultSpec } from './faults/faultKinds';
import { FeedEngine } from './feedEngine';
import { type FeedOptions, feedOptions } from './feedOptions';
import { answerControl } from './http/controlRoutes';
import { makeFeedRoutes } from './http/feedRoutes';
import { listen, stop } from './http/listen';
import { makeRenderer } from './http/renderer';
import { Ledger } from './ledger/ledger';
import type { LedgerEntry, LedgerRow } from './ledger/ledgerEntry';
import { ledgerFile } from './ledger/ledgerFile';

/** A running simulated feed. */
export interface FeedServer {
  /** The discovery file, for FEED_URL. */
  url: string;
  /** The own fleet's discovery file, for VEHICLE_FEED_URL. */
  fleetUrl: string;
  /** For DISTRICT_URLS; served where the city is generated or a file was given. */
  districtsUrl: string;
  port: number;
  /** Sets stations, clock and ticks, as the control calls do. */
  engine: FeedEngine;
  addFault(spec: FaultSpec): void;
  /** Takes back one kind, or all. */
  clearFaults(kind?: FaultKind): void;
  /** Every status answer since number `from`. */
  ledger(from?: number): LedgerEntry[];
  /** Every station as a reader knew it after answer `n`; undefined where that is not kept. */
  stateAt(n: number): Map<string, LedgerRow> | undefined;
  /** Stops at once, open answers included. */
  close(): Promise<void>;
}

/**
 * Starts a simulated feed.
 *
 * @param given what differs from the defaults of docs/simulated-feed.md
 * @throws Error when a file cannot be read or the port is taken
 */
export async function startFeedServer(given: Partial<FeedOptions> = {}): Promise<FeedServer> {
  const options = feedOptions(given);
  const engine = await FeedEngine.create(options);
  const { simulation, systemName } = engine.source;
  const faults = new FaultBook(seededRng(options.seed + 4));
  for (const spec of options.faults) faults.add(spec, options.clock());
  const ledger = new Ledger(
    options.ledgerFile === null
      ? null
      : ledgerFile(options.ledgerFile, { startedAt: options.clock(), system: systemName }),
  );
  const renderer = makeRenderer(options, engine);
  const answerFeed = makeFeedRoutes({ engine, renderer, faults, ledger });

  const server = await listen(options, simulation, (request, response, url) =>
    url.pathname.startsWith('/control')
      ? answerControl({ engine, faults, ledger }, request, response, url)
      : answerFeed(request, response, url),
  );
  const timer =
    options.periodS > 0 ? setInterval(() => engine.advance(), options.periodS * 1_000) : undefined;

  const { port } = server.address() as AddressInfo;
  const base = `http://${options.host}:${port}`;
  return {
    url: `${base}/gbfs.json`,
    fleetUrl: `${base}/fleet/gbfs.json`,
    districtsUrl: `${base}/districts.geojson`,
    port,
    engine,
    addFault: (spec) => faults.add(spec, options.clock()),
    clearFaults: (kind) => faults.clear(kind),
    ledger: (from) => ledger.entries(from),
    stateAt: (n) => ledger.stateAt(n),
    close: () => {
      clearInterval(timer);
      return stop(server);
    },
  };
}
