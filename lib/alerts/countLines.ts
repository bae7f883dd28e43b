import type { AlertLineKind } from './alertLine';

export interface LineCounts {
  raisedStations: number;
  recoveredStations: number;
  /** What there is to say of the feed itself; null: nothing. */
  feed: AlertLineKind | null;
}

/** What a message is about, in numbers. */
export function countLines(
  lines: readonly { kind: AlertLineKind; subjectId: string; station: object | null }[],
): LineCounts {
  const stationsOf = (kind: AlertLineKind) =>
    new Set(lines.flatMap((line) => (line.kind === kind && line.station ? [line.subjectId] : [])))
      .size;
  return {
    raisedStations: stationsOf('raised'),
    recoveredStations: stationsOf('recovered'),
    feed: lines.find(({ station }) => station === null)?.kind ?? null,
  };
}
