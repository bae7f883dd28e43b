import type { ServerResponse } from 'node:http';
import { type Content, isStruck } from '../faults/contentFaults';
import type { ActiveFault } from '../faults/faultBook';
import type { FeedEngine } from '../feedEngine';
import type { Ledger } from '../ledger/ledger';
import type { LedgerSource } from '../ledger/ledgerEntry';
import type { Publication } from '../publication';
import type { RenderedBody } from './rendering';

/** What is being answered; the status is filled in when it is known. */
export interface ToldAnswer {
  publication: Publication;
  content: Content;
  body: RenderedBody;
  struck: readonly ActiveFault[];
  httpStatus: number;
}

/** Faults after which the body cannot be read as a status file. */
const UNREADABLE: readonly string[] = ['serverError', 'empty', 'truncated', 'html', 'silence'];

/** Writes an answer into the ledger when it has ended, well or not. */
export function watchAnswer(
  { ledger, engine }: { ledger: Ledger; engine: FeedEngine },
  response: ServerResponse,
  source: LedgerSource,
  told: ToldAnswer,
): void {
  response.once('close', () => {
    const { content, publication } = told;
    const complete = response.writableFinished;
    const faults = told.struck.map((fault) => fault.kind);
    const httpStatus = response.headersSent ? told.httpStatus || response.statusCode : 0;
    const isBroken = faults.some((kind) => UNREADABLE.includes(kind));
    ledger.record({
      source,
      servedAt: engine.clock.wallNow(),
      httpStatus,
      complete,
      readable: complete && httpStatus === 200 && !isBroken,
      publication: publication.sequence,
      lastUpdatedAt: content.lastUpdatedAt,
      faults,
      hash: told.body.hash,
      statuses: content.statuses.filter((s) => !isStruck(s.stationId, content.blankShare)),
    });
  });
}
