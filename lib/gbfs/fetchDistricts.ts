import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseBody } from './body';
import { type FeedContext, fullPlan } from './feedContext';
import { FeedProblem } from './feedProblem';
import { acceptMapped, type DocumentAnswer, fetchDocument } from './fetchDocument';
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
  context: FeedContext,
  trace: FetchTrace,
): Promise<DocumentAnswer<DistrictFeature[]>> {
  const { deps, config } = context;
  const plan = fullPlan(context, trace);
  if (config.districtUrls.length === 0) {
    throw new FeedProblem('notConfigured', 'No districts are configured');
  }
  const answers = [];
  for (const [index, url] of config.districtUrls.entries()) {
    const facts = { level: index + 1, maxBadShare: config.maxBadShare };
    const map = (json: unknown) => mapDistricts(json, facts);
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
