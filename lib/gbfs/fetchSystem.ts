import type { SystemInformation } from '@/lib/stations/station';
import { type FeedContext, fullPlan } from './feedContext';
import type { DocumentAnswer } from './fetchDocument';
import type { FetchTrace } from './fetchTrace';
import { mapSystem } from './mapSystem';

/** @throws FeedProblem */
export function fetchSystem(
  context: FeedContext,
  trace: FetchTrace,
): Promise<DocumentAnswer<SystemInformation>> {
  const plan = fullPlan(context, trace);
  return context.bikes.fetchFile({ names: ['system_information'], map: mapSystem, trace, plan });
}
