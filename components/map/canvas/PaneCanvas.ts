import {
  DomUtil,
  Layer,
  type LeafletEventHandlerFn,
  type LeafletEventHandlerFnMap,
  type Map as LeafletMap,
  type Point,
  point,
  type ZoomAnimEvent,
} from 'leaflet';
import { type PaneName, paneOf } from './mapPane';

/** What a painter needs to know of the canvas it paints on. */
export interface CanvasFrame {
  context: CanvasRenderingContext2D;
  /** CSS pixels; the context is scaled so that one unit is one of them. */
  widthPx: number;
  heightPx: number;
  pixelRatio: number;
  zoom: number;
  /** World pixel (see mercator.ts) of the canvas's top left corner at this zoom. */
  originX: number;
  originY: number;
}

/** The map may be dragged this share of its size before the canvas must be painted again. */
const PADDING = 0.2;

/** Leaflet's own, used by all of its renderers: the pixel origin that a zoom will have. */
interface WithNewPixelOrigin {
  _getNewPixelOrigin(center: ZoomAnimEvent['center'], zoom: number): Point;
}

/**
 * A canvas in one of the map's panes. It moves with the pane while the map is dragged and scales
 * with it while zooming, both by CSS alone, and is painted anew when its padded edge comes into
 * sight, or is near when the movement ends.
 */
export class PaneCanvas extends Layer {
  readonly canvas: HTMLCanvasElement = DomUtil.create('canvas', 'leaflet-zoom-animated');
  private paintedCenter: ZoomAnimEvent['center'] | null = null;
  private paintedZoom = 0;
  private topLeft: Point = point(0, 0);
  private requested = 0;
  private isZooming = false;

  /** @param isBlank there is nothing to paint: then the canvas costs neither paint nor memory */
  constructor(
    private readonly pane: PaneName,
    private readonly paint: (frame: CanvasFrame) => void,
    private readonly isBlank: () => boolean = () => false,
  ) {
    super();
    this.canvas.style.pointerEvents = 'none';
  }

  override onAdd(map: LeafletMap): this {
    paneOf(map, this.pane).append(this.canvas);
    this.paintNow();
    return this;
  }

  override onRemove(): this {
    cancelAnimationFrame(this.requested);
    this.requested = 0;
    this.canvas.remove();
    return this;
  }

  override getEvents() {
    const events: LeafletEventHandlerFnMap = {
      viewreset: () => this.paintNow(),
      moveend: () => this.paintIfNearEdge(),
      resize: () => this.paintNow(),
      move: () => this.paintIfEdgeShows(),
      zoom: () => this.follow(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (event) => {
        this.isZooming = true;
        this.follow(event.center, event.zoom);
      },
      zoomend: () => {
        this.isZooming = false;
      },
    };
    // Leaflet's own type for this forgets that events differ by name.
    return events as { [name: string]: LeafletEventHandlerFn };
  }

  /** Paints before the browser's next frame; many calls paint once. */
  requestPaint(): void {
    if (this.requested !== 0) return;
    this.requested = requestAnimationFrame(() => this.paintNow());
  }

  /**
   * Paints at once. Not while the layer is on no map, nor during a zoom's animation, which painting
   * would break: the end of the zoom paints.
   */
  paintNow(): void {
    cancelAnimationFrame(this.requested);
    this.requested = 0;
    const map = this._map as LeafletMap | null | undefined;
    if (!map || this.isZooming) return;
    const isBlank = this.isBlank();
    this.canvas.style.display = isBlank ? 'none' : '';
    const context = isBlank ? null : this.canvas.getContext('2d');
    if (!context) return;
    const size = map.getSize();
    this.paintedCenter = map.getCenter();
    this.paintedZoom = map.getZoom();
    this.topLeft = map.containerPointToLayerPoint(size.multiplyBy(-PADDING)).round();
    DomUtil.setPosition(this.canvas, this.topLeft);

    const widthPx = Math.ceil(size.x * (1 + 2 * PADDING));
    const heightPx = Math.ceil(size.y * (1 + 2 * PADDING));
    const pixelRatio = Math.max(1, Math.min(3, window.devicePixelRatio || 1));
    this.resize(widthPx, heightPx, pixelRatio);
    context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0);
    context.clearRect(0, 0, widthPx, heightPx);
    const origin = map.getPixelOrigin().add(this.topLeft);
    this.paint({
      context,
      widthPx,
      heightPx,
      pixelRatio,
      zoom: this.paintedZoom,
      originX: origin.x,
      originY: origin.y,
    });
  }

  /** Where a pointer is on the canvas, CSS pixels. */
  toCanvasPoint(event: MouseEvent): Point {
    return this._map.mouseEventToLayerPoint(event).subtract(this.topLeft);
  }

  private resize(widthPx: number, heightPx: number, pixelRatio: number): void {
    const width = Math.round(widthPx * pixelRatio);
    const height = Math.round(heightPx * pixelRatio);
    // Setting a canvas's size throws its memory away, so only when it differs.
    if (this.canvas.width !== width) this.canvas.width = width;
    if (this.canvas.height !== height) this.canvas.height = height;
    this.canvas.style.width = `${widthPx}px`;
    this.canvas.style.height = `${heightPx}px`;
  }

  private paintIfEdgeShows(): void {
    if (this.sparePx() < 0 && this._map.getZoom() === this.paintedZoom) this.requestPaint();
  }

  /** At rest, and only when the next movement would soon need it: most small ones need no paint. */
  private paintIfNearEdge(): void {
    const size = this._map.getSize();
    const enoughPx = (PADDING / 2) * Math.min(size.x, size.y);
    if (this._map.getZoom() !== this.paintedZoom || this.sparePx() < enoughPx) this.paintNow();
  }

  /** How far the map can still move before an edge of the canvas shows; negative when one does. */
  private sparePx(): number {
    const spare = this._map.getSize().multiplyBy(2 * PADDING);
    const { x, y } = this._map.containerPointToLayerPoint([0, 0]).subtract(this.topLeft);
    return Math.min(x, y, spare.x - x, spare.y - y);
  }

  /** Scales and shifts what is painted to another centre and zoom, as Leaflet's renderers do. */
  private follow(center: ZoomAnimEvent['center'], zoom: number): void {
    if (!this.paintedCenter) return;
    const map = this._map;
    const scale = map.getZoomScale(zoom, this.paintedZoom);
    const half = map.getSize().multiplyBy(0.5 + PADDING);
    const origin = (map as unknown as WithNewPixelOrigin)._getNewPixelOrigin(center, zoom);
    const offset = half
      .multiplyBy(-scale)
      .add(map.project(this.paintedCenter, zoom))
      .subtract(origin);
    DomUtil.setTransform(this.canvas, offset, scale);
  }
}
