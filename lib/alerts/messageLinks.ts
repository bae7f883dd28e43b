import { SEVERITIES } from '@/lib/deficit/assessment';
import type { MergedLine } from './netLines';

/** Where one station stands on the map. */
export function stationPath(stationId: string): string {
  return mapPath({ station: stationId });
}

/** The map filtered to the severities that were raised; the plain map where none was. */
export function listPath(lines: readonly Pick<MergedLine, 'kind' | 'station'>[]): string {
  const raised = lines.flatMap(({ kind, station }) =>
    kind === 'raised' && station ? [station] : [],
  );
  const severities = SEVERITIES.filter((severity) =>
    raised.some((station) => station.severity === severity),
  );
  const allUncovered = raised.length > 0 && raised.every(({ isCovered }) => !isCovered);
  return mapPath({
    severity: severities.join(','),
    cover: allUncovered ? 'uncovered' : '',
  });
}

function mapPath(parameters: Record<string, string>): string {
  const query = Object.entries(parameters)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`);
  return query.length === 0 ? '/map' : `/map?${query.join('&')}`;
}
