export interface BaseTilesConfig {
  /** Leaflet template with {z}, {x}, {y}. */
  url: string;
  attribution: string;
}

/** Plan IGN v2 by the Géoplateforme: no key, Licence Ouverte. https://geoservices.ign.fr */
const PLAN_IGN: BaseTilesConfig = {
  url: 'https://data.geopf.fr/wmts?SERVICE=WMTS&REQUEST=GetTile&VERSION=1.0.0&LAYER=GEOGRAPHICALGRIDSYSTEMS.PLANIGNV2&STYLE=normal&FORMAT=image/png&TILEMATRIXSET=PM&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}',
  attribution: '© <a href="https://www.ign.fr">IGN</a> Plan IGN v2',
};

/**
 * The background to draw: what is configured, else Plan IGN.
 *
 * @param tileUrl TILE_URL; "none" draws no tiles
 * @param attribution TILE_ATTRIBUTION, plain text: it is shown on the map
 * @returns null where no tiles are wanted
 */
export function chooseBaseTiles(
  tileUrl: string | undefined,
  attribution: string | undefined,
): BaseTilesConfig | null {
  if (tileUrl === 'none') return null;
  if (tileUrl === undefined) return PLAN_IGN;
  return { url: tileUrl, attribution: escapeHtml(attribution ?? new URL(tileUrl).host) };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
