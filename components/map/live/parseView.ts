import type { CityView } from '@/lib/pipeline/cityView';

let last: { json: string; view: CityView } | null = null;

/**
 * Reads the page's one prop. A server parses the same text for every page it writes between two
 * snapshots, so it keeps the last; comparing is a thousandth of parsing. Nothing may write into a
 * view.
 */
export function parseView(json: string): CityView {
  if (typeof window !== 'undefined') return JSON.parse(json) as CityView;
  if (last?.json !== json) last = { json, view: JSON.parse(json) as CityView };
  return last.view;
}
