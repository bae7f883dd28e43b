import { csvCell } from '@/lib/pipeline/exportStations';
import type { SandboxResult } from '@/lib/pipeline/sandbox/sandboxResult';

/** The stations of a replay as CSV (RFC 4180), in the order of the table; each row names the period. */
export function sandboxCsv(
  { fromAt, toAt, lastingMin, settingsVersion, stations }: SandboxResult,
  districtName: (districtId: string | null) => string,
): string {
  const [from, to] = [fromAt, toAt].map((at) => new Date(at * 1_000).toISOString());
  const rows = stations.map((one) => ({
    stationId: one.stationId,
    name: one.name,
    district: one.districtId === null ? null : districtName(one.districtId),
    alertsInForce: one.alerts[0],
    alertsDraft: one.alerts[1],
    minutesInForce: one.shortMin[0],
    minutesDraft: one.shortMin[1],
    ranEmpty: one.runs,
    announcedInForce: one.announced[0],
    announcedDraft: one.announced[1],
    ...{ from: from!, to: to!, lastingMin, settingsVersionInForce: settingsVersion },
  }));
  const head = Object.keys(rows[0] ?? { stationId: '' });
  const lines = rows.map((row) => Object.values(row).map(csvCell).join(','));
  return `${[head.join(','), ...lines].join('\r\n')}\r\n`;
}
