import path from 'node:path';
import type { Page } from 'playwright';
import { SEVERITY_STYLE } from '@/components/ui/severityStyle';
import { SEVERITIES } from '@/lib/deficit/assessment';
import type { CityView } from '@/lib/pipeline/cityView';

/** What one would pick without a canvas of one's own. */
export type PlainKind = 'circleMarker' | 'marker';

interface PlainStation {
  lat: number;
  lon: number;
  fill: string;
  radiusPx: number;
}

interface LeafletGlobal {
  map(id: string, options: object): unknown;
  canvas(options: object): unknown;
  circleMarker(at: [number, number], options: object): { addTo(map: unknown): void };
  marker(at: [number, number], options: object): { addTo(map: unknown): void };
  divIcon(options: object): unknown;
}

/**
 * A page with the same stations on a plain Leaflet map of the same size: circles on Leaflet's own
 * canvas, or an icon a station.
 *
 * @returns ms until Leaflet had added them
 */
export async function openPlainLeaflet(
  page: Page,
  { base, frame }: CityView,
  kind: PlainKind,
  at: { lat: number; lon: number; zoom: number },
): Promise<number> {
  await page.setContent(
    '<style>html,body,#map{margin:0;height:100%}i{display:block;border-radius:50%;border:1px solid}</style><div id="map"></div>',
  );
  const leaflet = path.join('node_modules', 'leaflet', 'dist');
  await page.addStyleTag({ path: path.join(leaflet, 'leaflet.css') });
  await page.addScriptTag({ path: path.join(leaflet, 'leaflet.js') });
  const stations = base.stations.lat.map((lat, i): PlainStation => {
    const style = SEVERITY_STYLE[SEVERITIES[frame.assessment.severity[i]!]!];
    return { lat, lon: base.stations.lon[i]!, fill: style.fill, radiusPx: style.baseRadiusPx };
  });
  return page.evaluate(addStations, { stations, kind, at });
}

/** Runs in the page. */
function addStations({
  stations,
  kind,
  at,
}: {
  stations: PlainStation[];
  kind: PlainKind;
  at: { lat: number; lon: number; zoom: number };
}): number {
  const { L } = globalThis as unknown as { L: LeafletGlobal };
  const options = { center: [at.lat, at.lon], zoom: at.zoom, renderer: L.canvas({ padding: 0.2 }) };
  const map = L.map('map', { ...options, attributionControl: false });
  const startedAtMs = performance.now();
  for (const { lat, lon, fill, radiusPx } of stations) {
    if (kind === 'circleMarker') {
      const style = { radius: radiusPx, weight: 1, color: '#333', fillColor: fill, fillOpacity: 1 };
      L.circleMarker([lat, lon], style).addTo(map);
    } else {
      const html = `<i style="width:${2 * radiusPx}px;height:${2 * radiusPx}px;background:${fill}"></i>`;
      L.marker([lat, lon], { icon: L.divIcon({ html, className: '' }) }).addTo(map);
    }
  }
  return performance.now() - startedAtMs;
}
