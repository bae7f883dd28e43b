import { readLineBatches, splitCsvLine } from '@/scripts/feed/recording/csvLines';

/** A little, some and much of the morning empty. */
export const HAND_STATIONS = ['10001', '16107', '9020'];

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Ascension Day, and Whit Monday. */
const HOLIDAYS = ['2022-05-26', '2022-06-06'];
/** 07:00 in Paris in summer. */
const SEVEN_UTC_MS = 5 * 60 * MINUTE_MS;
const MORNING_MIN = 180;
interface Report {
  atMs: number;
  bikes: number;
  isOpen: boolean;
}

export interface HandFigures {
  days: number;
  emptyDays: number;
  openMin: number;
  emptyMin: number;
}

/** When each weekday morning of a period begins. */
export function mornings({ from, to }: { from: string; to: string }): number[] {
  const begins: number[] = [];
  for (let dayMs = Date.parse(`${from}Z`); dayMs <= Date.parse(`${to}Z`); dayMs += DAY_MS) {
    const day = new Date(dayMs);
    const isWeekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    if (!isWeekend && !HOLIDAYS.includes(day.toISOString().slice(0, 10)))
      begins.push(dayMs + SEVEN_UTC_MS);
  }
  return begins;
}

/**
 * The figures of HAND_STATIONS by nothing but the recording's lines: at each minute of each morning
 * the last report before it counts, unless the recorder was away.
 */
export async function readByHand(
  file: string,
  beginsMs: readonly number[],
): Promise<Map<string, HandFigures>> {
  const { reports, looksMs } = await readLines(file);
  // Silent for more than twice as long as usual, the recorder was away.
  const steps = looksMs.slice(1).map((lookMs, i) => lookMs - looksMs[i]!);
  const gapAfterMs = 2 * steps.sort((a, b) => a - b)[Math.floor(steps.length / 2)]!;
  const isKnown = (atMs: number) =>
    looksMs.some((lookMs, i) => {
      const nextMs = looksMs[i + 1];
      if (nextMs === undefined || nextMs - lookMs > gapAfterMs) return atMs === lookMs;
      return atMs >= lookMs && atMs < nextMs;
    });
  const wasAway = (atMs: number) => !isKnown(atMs) || !isKnown(atMs - MINUTE_MS);
  return new Map(
    HAND_STATIONS.map((code) => {
      const own = reports.get(code)!;
      const figures: HandFigures = { days: 0, emptyDays: 0, openMin: 0, emptyMin: 0 };
      for (const beginMs of beginsMs) {
        let [openMin, emptyMin] = [0, 0];
        for (let minute = 0; minute < MORNING_MIN; minute++) {
          const atMs = beginMs + minute * MINUTE_MS;
          const last = own.findLast((report) => report.atMs < atMs);
          if (!last?.isOpen || wasAway(atMs)) continue;
          openMin++;
          if (last.bikes === 0) emptyMin++;
        }
        figures.openMin += openMin;
        figures.emptyMin += emptyMin;
        if (openMin > 0) figures.days++;
        if (emptyMin >= 15) figures.emptyDays++;
      }
      return [code, figures];
    }),
  );
}

/** The reports of HAND_STATIONS, and when the recorder saw the city: at the newest report it brought. */
async function readLines(file: string) {
  const reports = new Map<string, Report[]>(HAND_STATIONS.map((code) => [code, []]));
  const newestMs = new Map<string, number>();
  let isHeader = true;
  for await (const lines of readLineBatches(file)) {
    for (const line of lines) {
      const [reported, code, fetched, , bikes, , , , , installed, renting] = splitCsvLine(line);
      if (!isHeader) {
        const atMs = Date.parse(`${reported}Z`);
        newestMs.set(fetched!, Math.max(newestMs.get(fetched!) ?? 0, atMs));
        const isOpen = installed === '1' && renting === '1';
        reports.get(code!)?.push({ atMs, bikes: Number(bikes), isOpen });
      }
      isHeader = false;
    }
  }
  for (const own of reports.values()) own.sort((a, b) => a.atMs - b.atMs);
  return { reports, looksMs: [...new Set(newestMs.values())].sort((a, b) => a - b) };
}
