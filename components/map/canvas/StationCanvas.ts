import type { Map as LeafletMap } from 'leaflet';
import type { CityView } from '@/lib/pipeline/cityView';
import { stationsByRank } from '../filters/filterStations';
import type { Clusters } from '../layers/clusterPoints';
import { type ClusterLevels, clustersAt } from '../layers/clustersAt';
import { type ClusterTally, tallyClusters } from './clusterTally';
import { createDrawnMarkers, type DrawnMarkers, pickMarker } from './drawnMarkers';
import type { MapInk } from './mapInk';
import { createMarkerSprites, type MarkerSprites } from './markerSprites';
import type { MercatorPoints } from './mercator';
import { type CanvasFrame, PaneCanvas } from './PaneCanvas';
import { type Attention, isAttentive, noAttention, paintAttention } from './paintAttention';
import { paintNames } from './paintNames';
import { paintStations } from './paintStations';
import { paintVehicles, type VehicleScene } from './paintVehicles';

/** Everything on the station canvas. */
export interface CityScene {
  view: CityView;
  points: MercatorPoints;
  /** Stations that pass the filters; null: all do. */
  shown: ReadonlySet<number> | null;
  /** Of `points`; null: each station is drawn. */
  clusters: ClusterLevels | null;
  /** null: not wanted. */
  vehicles: VehicleScene | null;
}

/** What is under the pointer: a station's index, or stations that stand together. */
export type Picked =
  | { kind: 'station'; index: number }
  | { kind: 'cluster'; cluster: number; tally: ClusterTally };

/** Panes between Leaflet's overlays (400) and its tooltips (650). */
const STATIONS_PANE = { name: 'limelight-stations', zIndex: 450 };
const ATTENTION_PANE = { name: 'limelight-attention', zIndex: 460 };

/**
 * All stations and own vehicles on one canvas, and what asks for attention on a second one above
 * it, so that a hover never repaints the city.
 */
export class StationCanvas {
  private scene: CityScene | null = null;
  private order: readonly number[] = [];
  private attention: Attention = noAttention;
  private drawn: DrawnMarkers = createDrawnMarkers(0);
  private tally: ClusterTally | null = null;
  private sprites: MarkerSprites | null = null;
  private spriteRatio = 0;
  private readonly stations: PaneCanvas;
  private readonly rings: PaneCanvas;

  constructor(
    private readonly map: LeafletMap,
    private ink: MapInk,
    private readonly fontFamily: string,
    /** Called each time a view has been painted. */
    private readonly onPainted: (view: CityView) => void,
  ) {
    this.stations = new PaneCanvas(STATIONS_PANE, (frame) => this.paintCity(frame));
    this.rings = new PaneCanvas(
      ATTENTION_PANE,
      (frame) => this.paintRings(frame),
      () => this.scene === null || !isAttentive(this.attention),
    );
    this.stations.addTo(map);
    this.rings.addTo(map);
  }

  /** Shows a scene and paints it before returning. */
  show(scene: CityScene): void {
    const before = this.scene?.view.frame.assessment.rank;
    const { rank } = scene.view.frame.assessment;
    if (before !== rank) this.order = stationsByRank(rank);
    this.scene = scene;
    this.tally = null;
    if (this.drawn.index.length !== rank.length) this.drawn = createDrawnMarkers(rank.length);
    this.stations.paintNow();
    this.rings.paintNow();
  }

  attend(attention: Attention): void {
    this.attention = attention;
    this.rings.requestPaint();
  }

  changeInk(ink: MapInk): void {
    this.ink = ink;
    this.sprites = null;
    this.stations.requestPaint();
    this.rings.requestPaint();
  }

  pick(event: MouseEvent, tolerancePx: number): Picked | null {
    const { x, y } = this.stations.toCanvasPoint(event);
    const index = pickMarker(this.drawn, x, y, tolerancePx);
    if (index === null) return null;
    if (index >= 0) return { kind: 'station', index };
    return this.tally && { kind: 'cluster', cluster: -1 - index, tally: this.tally };
  }

  remove(): void {
    this.stations.removeFrom(this.map);
    this.rings.removeFrom(this.map);
  }

  private paintCity(frame: CanvasFrame): void {
    if (!this.scene) return;
    const { view, vehicles, clusters } = this.scene;
    const brushes = {
      ink: this.ink,
      sprites: this.spritesFor(frame.pixelRatio),
      fontFamily: this.fontFamily,
    };
    const tally = this.tallyOf(clustersAt(clusters, frame.zoom));
    paintStations(frame, { ...this.scene, order: this.order, tally }, brushes, this.drawn, () => {
      if (vehicles) paintVehicles(frame, vehicles, this.fontFamily);
    });
    if (!tally) paintNames(frame, view, this.drawn, this.ink, this.fontFamily);
    this.onPainted(view);
  }

  private paintRings(frame: CanvasFrame): void {
    if (!this.scene) return;
    const brushes = { ink: this.ink, sprites: this.spritesFor(frame.pixelRatio) };
    paintAttention(frame, this.scene, this.attention, brushes);
  }

  /** Counted once for each scene and zoom. */
  private tallyOf(clusters: Clusters | null): ClusterTally | null {
    if (!clusters || !this.scene) this.tally = null;
    else if (this.tally?.clusters !== clusters)
      this.tally = tallyClusters(clusters, this.scene.view, this.scene.shown);
    return this.tally;
  }

  private spritesFor(pixelRatio: number): MarkerSprites {
    if (!this.sprites || this.spriteRatio !== pixelRatio) {
      this.sprites = createMarkerSprites({ pixelRatio, haloColour: this.ink.haloColour });
      this.spriteRatio = pixelRatio;
    }
    return this.sprites;
  }
}
