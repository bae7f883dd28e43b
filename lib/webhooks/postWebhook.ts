import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { SECOND_MS } from '@/lib/units/clock';
import { isPublicAddress } from './publicAddress';
import { webhookSignature } from './webhookSignature';
import { isTrusted, type TargetProblem, type TrustedHosts, targetProblem } from './webhookTarget';

const TIMEOUT_MS = 10 * SECOND_MS;

export interface WebhookCall {
  url: string;
  secret: string;
  /** Goes along as `Limelight-Delivery`, the same at every attempt. */
  deliveryId: string;
  /** JSON text. */
  body: string;
  sentAt: Date;
  trusted: TrustedHosts;
  timeoutMs?: number;
}

/** What became of a call. `refused`: it was not made, and never will be. */
export type WebhookOutcome =
  | { kind: 'accepted' }
  | { kind: 'answered'; status: number }
  | { kind: 'unreachable'; detail: string }
  | { kind: 'refused'; problem: TargetProblem };

class PrivateAddressError extends Error {}

/**
 * Posts signed JSON. 2xx is accepted; a redirect is an answer like any other and is not followed.
 * Private addresses are refused where the connection is made, so that no name, and no second
 * answer of a name server, leads inside.
 */
export async function postWebhook(call: WebhookCall): Promise<WebhookOutcome> {
  const problem = targetProblem(call.url, call.trusted);
  if (problem) return { kind: 'refused', problem };
  try {
    const status = await post(call);
    return status >= 200 && status < 300 ? { kind: 'accepted' } : { kind: 'answered', status };
  } catch (error) {
    if (error instanceof PrivateAddressError) return { kind: 'refused', problem: 'privateAddress' };
    return { kind: 'unreachable', detail: reasonOf(error) };
  }
}

function post(call: WebhookCall): Promise<number> {
  const url = new URL(call.url);
  const timestampS = Math.floor(call.sentAt.getTime() / SECOND_MS);
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        // A connection of its own, closed after: none that an earlier check let through.
        agent: false,
        lookup: isTrusted(url, call.trusted) ? undefined : publicLookup,
        signal: AbortSignal.timeout(call.timeoutMs ?? TIMEOUT_MS),
        headers: {
          'Content-Type': 'application/json; charset=utf-8',
          'Content-Length': Buffer.byteLength(call.body),
          'User-Agent': 'Limelight',
          'Limelight-Delivery': call.deliveryId,
          'Limelight-Timestamp': String(timestampS),
          'Limelight-Signature': webhookSignature(call.secret, timestampS, call.body),
        },
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        // What it says beyond the status is nobody's business here.
        response.destroy();
      },
    );
    request.on('error', reject);
    request.end(call.body);
  });
}

/** Looks a name up and lets only public addresses through to the connection. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  dnsLookup(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
    if (error) return callback(error, '');
    const allowed = addresses.filter(({ address }) => isPublicAddress(address));
    const first = allowed[0];
    if (!first) return callback(new PrivateAddressError(`${hostname} is a private address`), '');
    if (options.all) callback(null, allowed);
    else callback(null, first.address, first.family);
  });
};

/** A code where there is one: what the network says in full may name what is inside. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
