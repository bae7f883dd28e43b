import type { CityFrame, CityView } from '@/lib/pipeline/cityView';

/** A view but for its freshness, which differs between two pages of one snapshot. */
export interface PackedView {
  base: CityView['base'];
  frame: Omit<CityFrame, 'freshness'>;
}

let last: { packed: string; view: Promise<PackedView> } | null = null;

/**
 * Unpacks what lib/pipeline/packText packed. The same text gives the same promise, so that a
 * component may suspend on it.
 */
export function unpackView(packed: string): Promise<PackedView> {
  if (last?.packed !== packed) last = { packed, view: unpack(packed) };
  return last.view;
}

async function unpack(packed: string): Promise<PackedView> {
  const bytes = Uint8Array.from(atob(packed), (char) => char.charCodeAt(0));
  const text = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(text).json()) as PackedView;
}
