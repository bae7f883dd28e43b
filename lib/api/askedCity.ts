import { problem } from '@/lib/http/problem';
import { webCity } from '@/lib/live/webCity';
import { webPast } from '@/lib/live/webPast';
import type { CityView } from '@/lib/pipeline/cityView';
import { MINUTE_MS } from '@/lib/units/clock';

/**
 * The judged city that a request asks for, or the refusal.
 *
 * @param at an instant of the past, of which its minute counts; undefined: now
 */
export async function loadAskedCity(at: string | undefined): Promise<CityView | Response> {
  if (at === undefined) {
    const city = await webCity().loader.load();
    return city?.view ?? problem('unavailable', 'No data have been fetched yet.');
  }
  const atMs = Math.floor(Date.parse(at) / MINUTE_MS) * MINUTE_MS;
  if (atMs > Date.now()) return problem('badRequest', 'at must not be in the future.');
  const past = await webPast().loadAt(new Date(atMs));
  return past ?? problem('notFound', 'Nothing is known of that time.');
}

/** Indexes of a district's stations, or of all. A district counts with those that lie in it. */
export function stationsOf({ base }: CityView, districtId: string | undefined): number[] {
  const all = base.stations.stationId.map((_, i) => i);
  if (districtId === undefined) return all;
  const parents = new Map(base.districts.map((one) => [one.districtId, one.parentId]));
  const isInside = (id: string | null): boolean =>
    id !== null && (id === districtId || isInside(parents.get(id) ?? null));
  return all.filter((i) => isInside(base.stations.districtId[i] ?? null));
}
