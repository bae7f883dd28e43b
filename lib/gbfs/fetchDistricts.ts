import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseBody } from './body';
import type { FeedConfig } from './feedConfig';
import { FeedProblem } from './feedProblem';
import { acceptMapped, type DocumentAnswer, fetchDocument } from './fetchDocument';
import type { FetchDeps, RetryPlan } from './fetchRetrying';
import type { FetchTrace } from './fetchTrace';
import { joinDistricts } from './joinDistricts';
import { type DistrictFeature, mapDistricts } from './mapDistricts';

/**
 * Reads every configured GeoJSON file or URL, coarse level first, as one list of districts. All or
 * none: half a city's districts would look like the rest had been dissolved.
 *
 * @throws FeedProblem of the first that cannot be read
 */
export async function fetchDistricts(
  deps: FetchDeps,
  config: Pick<FeedConfig, 'districtUrls' | 'maxBytes' | 'maxBadShare'>,
  trace: FetchTrace,
  plan: RetryPlan,
): Promise<DocumentAnswer<DistrictFeature[]>> {
  if (config.districtUrls.length === 0) {
    throw new FeedProblem('notConfigured', 'No districts are configured');
  }
  const answers = [];
  for (const [index, url] of config.districtUrls.entries()) {
    const context = { level: index + 1, maxBadShare: config.maxBadShare };
    const map = (json: unknown) => mapDistricts(json, context);
    const answer = /^https?:/i.test(url)
      ? await fetchDocument(deps, { url, map, trace, plan, maxBytes: config.maxBytes })
      : acceptMapped(map(await readLocal(url, trace)));
    if (answer.outcome === 'fetched') answers.push(answer);
  }
  return { outcome: 'fetched', ...joinDistricts(answers) };
}

async function readLocal(path: string, trace: FetchTrace): Promise<unknown> {
  trace.url = path;
  trace.attempts += 1;
  trace.httpStatus = null;
  try {
    const bytes = await readFile(path.startsWith('file:') ? fileURLToPath(path) : path);
    trace.bytes += bytes.length;
    return parseBody(bytes);
  } catch (cause) {
    if (cause instanceof FeedProblem) throw cause;
    throw new FeedProblem('network', `The file cannot be read: ${String(cause)}`, { cause });
  }
}
