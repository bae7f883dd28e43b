import type { FeedConfig } from './feedConfig';
import { FeedProblem } from './feedProblem';
import { createCachedDocument } from './fetchCached';
import { type DocumentAnswer, fetchDocument } from './fetchDocument';
import type { FetchDeps, RetryPlan } from './fetchRetrying';
import { type FetchTrace, startTrace } from './fetchTrace';
import { type FeedUrls, mapDiscovery } from './mapDiscovery';
import type { Mapped } from './mapped';
import { mapVehicleTypes, noVehicleTypes, type VehicleTypes } from './mapVehicleTypes';
import { createValidatorMemory } from './validatorMemory';

export interface GbfsRequest<T> {
  /** The file's names through the versions, newest first. */
  names: readonly string[];
  map(json: unknown, fetchedAt: Date): Mapped<T>;
  trace: FetchTrace;
  plan: RetryPlan;
}

/** One system's files, found through its discovery file. */
export interface GbfsSource {
  /** @throws FeedProblem */
  fetchFile<T>(request: GbfsRequest<T>): Promise<DocumentAnswer<T>>;
  /** The system's vehicle types; empty where it lists none or they could never be read. */
  fetchVehicleTypes(trace: FetchTrace, plan: RetryPlan): Promise<VehicleTypes>;
  /** Makes the next requests unconditional. */
  forgetValidators(): void;
}

export function createGbfsSource(
  deps: FetchDeps,
  { maxBytes }: Pick<FeedConfig, 'maxBytes'>,
  discoveryUrl: string,
): GbfsSource {
  const validators = createValidatorMemory();
  const discovery = createCachedDocument<FeedUrls>(deps);
  const types = createCachedDocument<VehicleTypes>(deps);

  /** Files beside the fetched one have a trace of their own: it counts only if they fail. */
  async function readDiscovery(trace: FetchTrace, plan: RetryPlan): Promise<FeedUrls> {
    const own = startTrace(trace.feed, trace.source, trace.startedAt);
    const map = (json: unknown, fetchedAt: Date) => mapDiscovery(json, discoveryUrl, fetchedAt);
    try {
      return await discovery.read({ url: discoveryUrl, map, trace: own, plan, maxBytes });
    } catch (error) {
      Object.assign(trace, own);
      throw error;
    }
  }

  async function fetchFile<T>(request: GbfsRequest<T>): Promise<DocumentAnswer<T>> {
    const { names, trace, plan } = request;
    const ask = (url: string) => fetchDocument(deps, { ...request, url, maxBytes, validators });
    const url = addressOf(await readDiscovery(trace, plan), names);
    try {
      return await ask(url);
    } catch (error) {
      discovery.expire();
      if (!(error instanceof FeedProblem) || !error.isAddressGone) throw error;
      const newUrl = addressOf(await readDiscovery(trace, plan), names);
      if (newUrl === url) throw error;
      return await ask(newUrl);
    }
  }

  async function fetchVehicleTypes(trace: FetchTrace, plan: RetryPlan): Promise<VehicleTypes> {
    const url = (await readDiscovery(trace, plan)).get('vehicle_types');
    if (!url) return noVehicleTypes;
    const own = startTrace(trace.feed, trace.source, trace.startedAt);
    // One short attempt: the feed itself must not wait for its glossary.
    const short = { ...plan, maxAttempts: 1, timeLimitMs: plan.timeLimitMs / 2 };
    try {
      return await types.read({ url, map: mapVehicleTypes, trace: own, plan: short, maxBytes });
    } catch (error) {
      // Without them counts by kind are unknown, and nothing else: no reason to lose the feed.
      if (error instanceof FeedProblem) return noVehicleTypes;
      throw error;
    }
  }

  return { fetchFile, fetchVehicleTypes, forgetValidators: validators.forget };
}

/** @throws FeedProblem notListed */
function addressOf(urls: FeedUrls, names: readonly string[]): string {
  for (const name of names) {
    const url = urls.get(name);
    if (url) return url;
  }
  throw new FeedProblem('notListed', `The discovery file lists no ${names.join(' or ')}`);
}
