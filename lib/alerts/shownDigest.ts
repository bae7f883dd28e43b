import { countLines, type LineCounts } from './countLines';
import type { InboxDigest } from './inboxStore';
import { listPath } from './messageLinks';
import { type MergedLine, mergeLines } from './netLines';

/** Lines of a digest that a page shows; the list on the map has the rest. */
const MAX_LINES = 25;

/** A digest as the inbox shows it. */
export interface ShownDigest {
  digestId: string;
  atMs: number;
  isRead: boolean;
  counts: LineCounts;
  /** The map with what was raised. */
  mapPath: string;
  sections: { kind: MergedLine['kind']; total: number; lines: MergedLine[] }[];
}

/** A digest, cut to what a page shows. */
export function shownDigest({ digestId, at, isRead, lines }: InboxDigest): ShownDigest {
  const merged = mergeLines(lines);
  const sections = (['raised', 'recovered'] as const)
    .map((kind) => ({ kind, all: merged.filter((line) => line.kind === kind) }))
    .filter(({ all }) => all.length > 0)
    .map(({ kind, all }) => ({ kind, total: all.length, lines: all.slice(0, MAX_LINES) }));
  return {
    digestId,
    atMs: at.getTime(),
    isRead,
    counts: countLines(lines),
    mapPath: listPath(merged),
    sections,
  };
}
