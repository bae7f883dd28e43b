import type { RejectedRows } from '@/lib/history/recordingStage';
import type { ImportResult } from '@/lib/pipeline/importHistory';

/** What to say of each reason, for people. */
const REASONS: Record<string, string> = {
  torn: 'no row of the table: too few or too many cells, or broken text',
  noStation: 'no station',
  noTime: 'no time that can be read',
  noBikes: 'no count of bikes from 0 to 32,767',
  unknownStation: 'a station that neither the city nor --stations knows',
  simulated: 'invented, and the city is real',
  future: 'from the future',
  observedHere: 'from when this installation keeps a record of its own',
};
const MOST_NAMES = 20;

const count = (n: number) => n.toLocaleString('en');

/** Says what came of an import, on standard output. */
export function sayImport(result: ImportResult, tookS: number): void {
  const { fromAt, toAt, rowsRead, stations, gapAfterS } = result;
  if (result.outcome === 'present') {
    console.log('These files were imported before: nothing to do. (--again goes through them.)');
    return;
  }
  console.log(
    [
      `${count(rowsRead)} rows of ${count(stations)} stations in ${tookS.toFixed(1)} s`,
      `  from ${fromAt.toISOString()} to ${toAt.toISOString()}`,
      `  ${count(result.changes)} changes new to the change log`,
      `  ${count(result.hours)} hours new to the archive`,
      `  ${count(result.stationsCreated)} stations entered that are gone by now`,
      `  silences of more than ${Math.round(gapAfterS / 60)} min are gaps`,
    ].join('\n'),
  );
  sayRejected(result);
  console.log('  The day summaries follow within the hour; at once: npm run job -- summarise-days');
}

/** Lists why rows were rejected, where any were. */
export function sayRejected(given: {
  rejected: RejectedRows;
  unknownStations: readonly string[];
  rejectsFile: string;
}): void {
  const { rejected, unknownStations, rejectsFile } = given;
  const reasons = Object.entries(rejected);
  if (reasons.length === 0) return;
  const total = reasons.reduce((sum, [, rows]) => sum + rows, 0);
  console.log(`  ${count(total)} rows rejected, listed in ${rejectsFile}:`);
  for (const [reason, rows] of reasons)
    console.log(`    ${count(rows)}  ${reason}: ${REASONS[reason] ?? ''}`);
  if (unknownStations.length > 0) {
    const named = unknownStations.slice(0, MOST_NAMES).join(', ');
    const more = unknownStations.length > MOST_NAMES ? ', ...' : '';
    console.log(`  ${count(unknownStations.length)} stations unknown: ${named}${more}`);
  }
}
