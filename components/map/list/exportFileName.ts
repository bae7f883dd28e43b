import type { CityView } from '@/lib/pipeline/cityView';

/**
 * "stations-paris-2026-11-23-0642.csv": city and the data's own time by the city's clock. Invented
 * or replayed data say so, and so does the past, because a file travels without its banner.
 */
export function exportFileName({ base, frame }: CityView, format: string): string {
  const { past, freshness } = frame;
  const saidAt = past?.at ?? freshness.fetchedAt;
  const parts = [
    'stations',
    base.systemId.replace(/[^\w.-]+/g, '-'),
    base.simulation === null || base.systemId.includes('simulated') ? null : 'simulated',
    past ? 'past' : null,
    saidAt === null ? null : localStamp(saidAt, base.timezone),
  ];
  return `${parts.filter(Boolean).join('-')}.${format}`;
}

function localStamp(atS: number, timeZone: string): string {
  const options = { dateStyle: 'short', timeStyle: 'short', timeZone } as const;
  // Sweden writes dates as files are named: 2026-11-23 06:42.
  const [date, time] = new Intl.DateTimeFormat('sv-SE', options).format(atS * 1_000).split(' ');
  return `${date}-${time?.replace(':', '')}`;
}
