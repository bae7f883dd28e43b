import type { Severity } from '@/lib/deficit/assessment';

interface DrawnStation {
  x: number;
  y: number;
  severity: Severity;
  radiusPx: number;
}

const CENTRE = { x: 380, y: 430 };
const STATIONS = 260;
/** Sunflower seeds: even, without the look of a grid. */
const GOLDEN_ANGLE_RAD = 2.399_963;

/**
 * Stations of a city on a 720 x 900 sheet, always the same: dense in the middle, with a shortage
 * in the north-east as on a morning when everybody rides downhill.
 */
export function drawnCity(): DrawnStation[] {
  return Array.from({ length: STATIONS }, (_, i) => {
    const angle = i * GOLDEN_ANGLE_RAD;
    const spread = 27 * Math.sqrt(i + 0.5) + 9 * Math.sin(i * 12.9898);
    const x = Math.round(CENTRE.x + spread * Math.cos(angle));
    const y = Math.round(CENTRE.y + spread * Math.sin(angle) * 0.92);
    return { x, y, ...judge(x, y, i) };
  }).filter(({ x, y }) => x > -10 && x < 730 && y > -10 && y < 910);
}

function judge(x: number, y: number, i: number): Pick<DrawnStation, 'severity' | 'radiusPx'> {
  const distance = Math.hypot(x - 520, y - 300);
  const chance = Math.abs(Math.sin(i * 78.233) * 43_758.5453) % 1;
  if (i % 41 === 7) return { severity: 'unknown', radiusPx: 5 };
  const pressure = chance + Math.max(0, 1 - distance / 260) * 0.55;
  if (pressure > 1.12) return { severity: 'empty', radiusPx: 7 + Math.round(chance * 4) };
  if (pressure > 0.97) return { severity: 'critical', radiusPx: 7 };
  if (pressure > 0.86) return { severity: 'low', radiusPx: 6 };
  return { severity: 'ok', radiusPx: 3.5 };
}
