import { layersParser, type MapLayer, sortedLayers } from './mapLayers';

const KEY = 'limelight.layers';

let known: { layers: readonly MapLayer[] | null } | null = null;
const listeners = new Set<() => void>();

/**
 * The layers this browser was last told to draw; null: it was told nothing, or it keeps nothing.
 * The same object until they change.
 */
export function rememberedLayers(): readonly MapLayer[] | null {
  if (!known) {
    const text = read();
    known = { layers: text === null ? null : layersParser.parse(text) };
  }
  return known.layers;
}

export function rememberLayers(layers: readonly MapLayer[]): void {
  known = { layers: sortedLayers(layers) };
  try {
    window.localStorage.setItem(KEY, layersParser.serialize([...layers]));
  } catch {
    // A browser that keeps nothing still has its address.
  }
  for (const listener of listeners) listener();
}

/** @returns a function that stops the calls */
export function onLayersRemembered(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function read(): string | null {
  try {
    return window.localStorage.getItem(KEY);
  } catch {
    return null;
  }
}
