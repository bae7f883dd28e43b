import { SEVERITIES } from '@/lib/deficit/assessment';
import type { MergedLine } from './netLines';

/** The address of one station on the map. */
export function stationLink(publicUrl: string, stationId: string): string {
  return mapUrl(publicUrl, { station: stationId });
}

/** The map filtered to the severities that were raised; the plain map where none was. */
export function listLink(publicUrl: string, lines: readonly MergedLine[]): string {
  const raised = lines.flatMap(({ kind, station }) =>
    kind === 'raised' && station ? [station] : [],
  );
  const severities = SEVERITIES.filter((severity) =>
    raised.some((station) => station.severity === severity),
  );
  const allUncovered = raised.length > 0 && raised.every(({ isCovered }) => !isCovered);
  return mapUrl(publicUrl, {
    severity: severities.join(','),
    cover: allUncovered ? 'uncovered' : '',
  });
}

function mapUrl(publicUrl: string, parameters: Record<string, string>): string {
  const url = new URL('/map', publicUrl);
  for (const [name, value] of Object.entries(parameters))
    if (value !== '') url.searchParams.set(name, value);
  return url.href;
}
