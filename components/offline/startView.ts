import type { CityView } from '@/lib/pipeline/cityView';
import type { CityFreshness } from '@/lib/stations/cityColumns';
import { unpackView } from '../map/live/unpackView';
import { isRememberedPage, recallView } from './rememberedView';

let last: { packed: string; view: Promise<CityView> } | null = null;

/**
 * The view that a page starts with: its own, or, where the service worker answered it from memory,
 * the newer of that and the view kept last. The same page gives the same promise, so that a
 * component may suspend on it.
 *
 * @param packed see unpackView
 */
export function startView(packed: string, freshness: CityFreshness): Promise<CityView> {
  if (last?.packed !== packed) last = { packed, view: start(packed, freshness) };
  return last.view;
}

async function start(packed: string, freshness: CityFreshness): Promise<CityView> {
  const { base, frame } = await unpackView(packed);
  const own: CityView = { base, frame: { ...frame, freshness } };
  if (!isRememberedPage()) return own;
  const kept = await recallView();
  return kept && isLater(kept, own) ? kept : own;
}

function isLater(a: CityView, b: CityView): boolean {
  return (a.frame.freshness.fetchedAt ?? 0) > (b.frame.freshness.fetchedAt ?? 0);
}
