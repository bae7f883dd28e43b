import { SEVERITY_STYLE, severityPath } from '@/components/ui/severityStyle';
import { SEVERITIES } from '@/lib/deficit/assessment';

/** A marker drawn once, to be stamped many times: stamping costs a tenth of drawing the path. */
export interface MarkerSprite {
  image: HTMLCanvasElement;
  /** Side in CSS pixels; the marker's centre is the sprite's. */
  sizePx: number;
}

export interface MarkerSprites {
  /**
   * @param severity index into SEVERITIES
   * @param radiusPx as `markerRadiusPx` gives it
   */
  get(severity: number, isHollow: boolean, radiusPx: number): MarkerSprite;
}

export interface SpriteStyle {
  pixelRatio: number;
  /** Lies around each marker and fills the hollow ones, so that it reads on any map. */
  haloColour: string;
}

/** Sprites for one pixel ratio and theme, each made when it is first asked for. */
export function createMarkerSprites(style: SpriteStyle): MarkerSprites {
  const sprites = new Map<number, MarkerSprite>();
  return {
    get(severity, isHollow, radiusPx) {
      const key = (Math.round(radiusPx * 2) * 8 + severity) * 2 + (isHollow ? 1 : 0);
      let sprite = sprites.get(key);
      if (!sprite) {
        sprite = drawSprite(severity, isHollow, radiusPx, style);
        sprites.set(key, sprite);
      }
      return sprite;
    },
  };
}

function drawSprite(
  severity: number,
  isHollow: boolean,
  radiusPx: number,
  { pixelRatio, haloColour }: SpriteStyle,
): MarkerSprite {
  const name = SEVERITIES[severity] ?? 'unknown';
  const { shape, fill, stroke, strokePx } = SEVERITY_STYLE[name];
  const sizePx = Math.ceil(radiusPx * 2.7) + 6;
  const image = document.createElement('canvas');
  image.width = Math.ceil(sizePx * pixelRatio);
  image.height = image.width;
  const context = image.getContext('2d');
  if (!context) return { image, sizePx };
  context.scale(pixelRatio, pixelRatio);
  context.translate(sizePx / 2, sizePx / 2);
  context.lineJoin = 'round';
  context.lineCap = 'round';
  const path = new Path2D(severityPath(shape, radiusPx));
  const line = (width: number, colour: string) => {
    context.lineWidth = width;
    context.strokeStyle = colour;
    context.stroke(path);
  };
  const hueWidthPx = Math.max(1.5, radiusPx * 0.26);
  if (name === 'unknown') {
    line(strokePx + 2.5, haloColour);
    line(strokePx, fill);
  } else if (isHollow) {
    line(hueWidthPx + 2.5, haloColour);
    // A thin dark edge carries the contrast that orange and yellow lines lack on paper.
    line(hueWidthPx + 1.2, stroke);
    context.fillStyle = haloColour;
    context.fill(path);
    line(hueWidthPx, fill);
  } else {
    line(strokePx + 2.5, haloColour);
    context.fillStyle = fill;
    context.fill(path);
    line(strokePx, stroke);
  }
  return { image, sizePx };
}
