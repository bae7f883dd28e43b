/** Colours that the canvas takes from the theme. Severity hues are the same in both. */
export interface MapInk {
  theme: 'light' | 'dark';
  haloColour: string;
  inkColour: string;
  mutedColour: string;
  /** Districts: their ground where no tiles lie below, and their borders. */
  groundColour: string;
  borderColour: string;
}

/** Reads the theme's tokens where the map stands, so that the canvas follows app/globals.css. */
export function readMapInk(element: Element): MapInk {
  const style = getComputedStyle(element);
  const token = (name: string, otherwise: string) =>
    style.getPropertyValue(name).trim() || otherwise;
  return {
    theme: element.closest('.dark') ? 'dark' : 'light',
    haloColour: token('--raised', '#ffffff'),
    inkColour: token('--ink', '#14171c'),
    mutedColour: token('--ink-faint', '#6b7381'),
    groundColour: token('--raised', '#ffffff'),
    borderColour: token('--map-border', '#c5cad3'),
  };
}
