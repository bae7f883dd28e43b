import type { LineCounts } from './countLines';

/** The parameters of the message that says in a line what a digest is about. */
export function headlineOf({ feed, raisedStations, recoveredStations }: LineCounts) {
  return { feed: feed ?? 'none', raised: raisedStations, recovered: recoveredStations };
}
