import type { DistrictSum } from '../layers/districtSums';
import type { DistrictShape } from './districtShapes';
import type { MapInk } from './mapInk';
import { worldSizePx } from './mercator';
import type { CanvasFrame } from './PaneCanvas';
import { placeLabels } from './placeLabels';

export interface DistrictSumScene {
  shapes: readonly DistrictShape[];
  sums: ReadonlyMap<string, DistrictSum>;
  /** A number of bikes, as people of the page's language write it. */
  inWords(bikes: number): string;
}

const HEIGHT_PX = 20;
const PAD_PX = 6;
const GAP_PX = 5;

interface Tag {
  name: string;
  number: string;
  nameWidth: number;
  box: { x: number; y: number; width: number; height: number };
}

/**
 * A tag on each district: its name, where that fits, and how many bikes are short. The shortest of
 * bikes first, no two on one another.
 */
export function paintDistrictSums(
  frame: CanvasFrame,
  scene: DistrictSumScene,
  ink: MapInk,
  fontFamily: string,
): void {
  const { context } = frame;
  const [nameFont, numberFont] = [`500 11px ${fontFamily}`, `700 12px ${fontFamily}`];
  const bikesOf = ({ districtId }: DistrictShape) =>
    scene.sums.get(districtId)?.uncoveredBikes ?? 0;
  const tags = scene.shapes
    .filter((shape) => bikesOf(shape) >= 0.5)
    .sort((a, b) => bikesOf(b) - bikesOf(a))
    .map((shape) => layOut(frame, shape, scene.inWords(bikesOf(shape)), { nameFont, numberFont }));
  context.textBaseline = 'middle';
  for (const at of placeLabels(tags.map(({ box }) => box))) {
    const { name, number, nameWidth, box } = tags[at]!;
    const middle = box.y + box.height / 2 + 0.5;
    context.beginPath();
    context.roundRect(box.x, box.y, box.width, box.height, 6);
    context.fillStyle = ink.haloColour;
    context.globalAlpha = 0.94;
    context.fill();
    context.globalAlpha = 1;
    context.lineWidth = 1;
    context.strokeStyle = ink.borderColour;
    context.stroke();
    context.fillStyle = ink.inkColour;
    context.font = nameFont;
    context.fillText(name, box.x + PAD_PX, middle);
    context.font = numberFont;
    context.fillText(number, box.x + PAD_PX + nameWidth, middle);
  }
}

function layOut(
  { context, zoom, originX, originY }: CanvasFrame,
  shape: DistrictShape,
  number: string,
  fonts: { nameFont: string; numberFont: string },
): Tag {
  const worldPx = worldSizePx(zoom);
  context.font = fonts.numberFont;
  const numberWidth = context.measureText(number).width;
  context.font = fonts.nameFont;
  const full = context.measureText(shape.name).width + GAP_PX;
  const isNamed = full + numberWidth <= shape.width * worldPx * 0.95;
  const nameWidth = isNamed ? full : 0;
  const width = nameWidth + numberWidth + 2 * PAD_PX;
  return {
    name: isNamed ? shape.name : '',
    number,
    nameWidth,
    box: {
      x: Math.round(shape.labelX * worldPx - originX - width / 2),
      y: Math.round(shape.labelY * worldPx - originY - HEIGHT_PX / 2),
      width,
      height: HEIGHT_PX,
    },
  };
}
