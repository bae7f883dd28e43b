import type { PastLine } from '@/lib/pipeline/pastLine';
import type { TimeStretch } from './timeStretch';

/** The slider's picture, in a box of one by one: CSS stretches it. */
export interface LinePicture {
  /** A filled path, its foot at the bottom. */
  area: string;
  /** Where nobody looked. */
  gaps: { x: number; width: number }[];
  /** The highest value, that the box is as high as; 0 where nothing is known. */
  highest: number;
}

/** Draws a line over a stretch. What is not known has a gap and no height. */
export function linePicture(
  { fromAt, stepS, emptyStations }: PastLine,
  over: TimeStretch,
): LinePicture {
  const lengthS = over.toAt - over.fromAt;
  const x = (step: number) => clamp((fromAt + step * stepS - over.fromAt) / lengthS);
  const highest = Math.max(0, ...emptyStations.map((value) => value ?? 0));
  const gaps: LinePicture['gaps'] = [];
  let area = '';
  emptyStations.forEach((value, step) => {
    const left = x(step);
    const width = round(x(step + 1) - left);
    if (width <= 0) return;
    if (value !== null) {
      if (value > 0) area += `M${round(left)} 1V${round(1 - value / highest)}h${width}V1z`;
      return;
    }
    const last = gaps.at(-1);
    if (last && round(last.x + last.width - left) === 0) last.width = round(last.width + width);
    else gaps.push({ x: round(left), width });
  });
  return { area, gaps, highest };
}

function clamp(share: number): number {
  return Math.max(0, Math.min(1, share));
}

function round(share: number): number {
  return Math.round(share * 10_000) / 10_000;
}
