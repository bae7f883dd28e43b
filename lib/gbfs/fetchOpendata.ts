import { type FeedContext, fullPlan } from './feedContext';
import { FeedProblem } from './feedProblem';
import { type DocumentAnswer, fetchDocument } from './fetchDocument';
import type { FetchTrace } from './fetchTrace';
import type { Mapped } from './mapped';
import { type OpendataDataset, opendataExportUrl } from './opendataUrl';

interface OpendataRequest<T> {
  dataset: OpendataDataset;
  trace: FetchTrace;
  map(json: unknown, fetchedAt: Date): Mapped<T>;
}

/** Fetches a dataset of the fallback source whole. @throws FeedProblem */
export async function fetchOpendata<T>(
  context: FeedContext,
  { dataset, trace, map }: OpendataRequest<T>,
): Promise<DocumentAnswer<T>> {
  const { fallbackUrl, maxBytes } = context.config;
  if (fallbackUrl === null) throw new FeedProblem('notConfigured', 'No fallback is configured');
  const url = opendataExportUrl(fallbackUrl, dataset);
  const plan = fullPlan(context, trace);
  const answer = await fetchDocument(context.deps, { url, map, trace, plan, maxBytes });
  // What is stored is then no longer the first source's: its 304 would mean nothing.
  context.bikes.forgetValidators();
  return answer;
}
