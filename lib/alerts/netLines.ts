import { SEVERITIES } from '@/lib/deficit/assessment';
import type { AlertLine } from './alertLine';

/**
 * What is left to say of many events: for each rule and subject how it ended. What came and went is
 * said once, as recovered. The gravest first, recoveries last.
 *
 * @param lines in the order in which they happened
 */
export function netLines(lines: readonly AlertLine[]): AlertLine[] {
  const last = new Map<string, AlertLine>();
  for (const line of lines) last.set(`${line.ruleId} ${line.subjectId}`, line);
  return [...last.values()].sort(byGravity);
}

/** One line a subject and kind, with the names of all rules that say so. */
export interface MergedLine extends Omit<AlertLine, 'ruleId' | 'ruleName'> {
  ruleNames: string[];
}

/** For people: a station that several rules speak of is named once. */
export function mergeLines(lines: readonly AlertLine[]): MergedLine[] {
  const merged = new Map<string, MergedLine>();
  for (const { ruleId: _, ruleName, ...line } of lines) {
    const key = `${line.kind} ${line.subjectId}`;
    const known = merged.get(key);
    if (!known) merged.set(key, { ...line, ruleNames: [ruleName] });
    else if (!known.ruleNames.includes(ruleName)) known.ruleNames.push(ruleName);
  }
  return [...merged.values()];
}

function byGravity(a: AlertLine, b: AlertLine): number {
  return (
    Number(a.kind === 'recovered') - Number(b.kind === 'recovered') ||
    gravity(a) - gravity(b) ||
    a.sinceMs - b.sinceMs ||
    a.subjectId.localeCompare(b.subjectId)
  );
}

/** The feed itself before any station, the uncovered before the covered. */
function gravity({ station }: AlertLine): number {
  if (!station) return -1;
  return 2 * SEVERITIES.indexOf(station.severity) + Number(station.isCovered);
}
