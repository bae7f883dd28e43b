import type { Map as LeafletMap } from 'leaflet';
import type { CityView } from '@/lib/pipeline/cityView';
import { createDrawnMarkers, type DrawnMarkers, pickMarker } from './drawnMarkers';
import type { MapInk } from './mapInk';
import { createMarkerSprites, type MarkerSprites } from './markerSprites';
import { mercatorPoints } from './mercator';
import { PaneCanvas } from './PaneCanvas';
import { type Attention, NEWS_LASTS_MS, paintAttention } from './paintAttention';
import { paintNames } from './paintNames';
import { paintStations, type StationScene } from './paintStations';

/** Panes between Leaflet's overlays (400) and its tooltips (650). */
const PANES = { stations: 'limelight-stations', attention: 'limelight-attention' } as const;

/**
 * All stations and own vehicles on one canvas, and what asks for attention on a second one above
 * it, so that a hover or a pulse never repaints the city.
 */
export class StationCanvas {
  private scene: StationScene | null = null;
  private attention: Attention = { selected: null, hovered: null, news: [] };
  private drawn: DrawnMarkers = createDrawnMarkers(0);
  private sprites: MarkerSprites | null = null;
  private spriteRatio = 0;
  private readonly stations: PaneCanvas;
  private readonly rings: PaneCanvas;
  private pulse = 0;

  constructor(
    private readonly map: LeafletMap,
    private ink: MapInk,
    private readonly fontFamily: string,
    private readonly isStill: () => boolean,
    /** Called each time a view has been painted. */
    private readonly onPainted: (view: CityView) => void,
  ) {
    makePane(map, PANES.stations, 450);
    makePane(map, PANES.attention, 460);
    this.stations = new PaneCanvas(PANES.stations, (frame) => {
      if (!this.scene) return;
      const sprites = this.spritesFor(frame.pixelRatio);
      paintStations(frame, this.scene, sprites, this.ink, this.drawn);
      paintNames(frame, this.scene.view, this.drawn, this.ink, this.fontFamily);
      this.onPainted(this.scene.view);
    });
    this.rings = new PaneCanvas(PANES.attention, (frame) => {
      if (!this.scene) return;
      const { view, points } = this.scene;
      const nowMs = performance.now();
      paintAttention(frame, view, points, this.attention, this.ink, nowMs, this.isStill());
    });
    this.stations.addTo(map);
    this.rings.addTo(map);
  }

  /** Shows a view and paints it before returning. */
  show(view: CityView, shown: ReadonlySet<number> | null): void {
    const before = this.scene;
    const isSameBase = before?.view.base === view.base;
    const isSameVehicles = before?.view.frame.vehicles === view.frame.vehicles;
    this.scene = {
      view,
      shown,
      points: isSameBase && before ? before.points : mercatorPoints(view.base.stations),
      vehiclePoints:
        isSameVehicles && before ? before.vehiclePoints : mercatorPoints(view.frame.vehicles),
    };
    const count = view.base.stations.stationId.length;
    if (this.drawn.index.length !== count) this.drawn = createDrawnMarkers(count);
    this.stations.paintNow();
    this.rings.paintNow();
  }

  attend(attention: Attention): void {
    this.attention = attention;
    this.rings.requestPaint();
    if (attention.news.length > 0) this.keepPulsing();
  }

  changeInk(ink: MapInk): void {
    this.ink = ink;
    this.sprites = null;
    this.stations.requestPaint();
    this.rings.requestPaint();
  }

  /** @returns the index of the station under the pointer, or null */
  pick(event: MouseEvent, tolerancePx: number): number | null {
    const { x, y } = this.stations.toCanvasPoint(event);
    return pickMarker(this.drawn, x, y, tolerancePx);
  }

  remove(): void {
    cancelAnimationFrame(this.pulse);
    this.stations.removeFrom(this.map);
    this.rings.removeFrom(this.map);
  }

  private spritesFor(pixelRatio: number): MarkerSprites {
    if (!this.sprites || this.spriteRatio !== pixelRatio) {
      this.sprites = createMarkerSprites({ pixelRatio, haloColour: this.ink.haloColour });
      this.spriteRatio = pixelRatio;
    }
    return this.sprites;
  }

  /** Repaints the rings each frame while any news are young; one last time when they are old. */
  private keepPulsing(): void {
    cancelAnimationFrame(this.pulse);
    const step = () => {
      this.rings.paintNow();
      const newest = Math.max(...this.attention.news.map(({ sinceMs }) => sinceMs));
      if (performance.now() - newest < NEWS_LASTS_MS) this.pulse = requestAnimationFrame(step);
    };
    this.pulse = requestAnimationFrame(step);
  }
}

function makePane(map: LeafletMap, name: string, zIndex: number): void {
  const pane = map.getPane(name) ?? map.createPane(name);
  pane.style.zIndex = String(zIndex);
  pane.style.pointerEvents = 'none';
}
