/** The three heights of a phone's sheet, lowest first. */
export const SHEET_HEIGHTS = ['peek', 'half', 'full'] as const;
export type SheetHeight = (typeof SHEET_HEIGHTS)[number];

/** Handle and counts, CSS pixels. */
export const PEEK_PX = 84;
/** Above a full sheet some map stays in sight, so that one knows where one is. */
const FULL_GAP_PX = 64;
/** A flick faster than this goes on to the next height, CSS pixels a millisecond. */
const FLICK_PX_PER_MS = 0.5;

/** @param roomPx height of the whole page */
export function sheetHeightPx(height: SheetHeight, roomPx: number): number {
  switch (height) {
    case 'peek':
      return Math.min(PEEK_PX, roomPx);
    case 'half':
      return Math.max(sheetHeightPx('peek', roomPx), Math.round(roomPx * 0.5));
    case 'full':
      return Math.max(sheetHeightPx('half', roomPx), roomPx - FULL_GAP_PX);
  }
}

/**
 * Where a sheet that is let go comes to rest: the next height in the direction of a flick, else
 * the nearest.
 *
 * @param upPxPerMs speed of the finger, upwards positive
 */
export function settleSheet(currentPx: number, upPxPerMs: number, roomPx: number): SheetHeight {
  const px = (height: SheetHeight) => sheetHeightPx(height, roomPx);
  if (upPxPerMs > FLICK_PX_PER_MS) {
    return SHEET_HEIGHTS.find((height) => px(height) > currentPx) ?? 'full';
  }
  if (upPxPerMs < -FLICK_PX_PER_MS) {
    return [...SHEET_HEIGHTS].reverse().find((height) => px(height) < currentPx) ?? 'peek';
  }
  return SHEET_HEIGHTS.reduce((best, height) =>
    Math.abs(px(height) - currentPx) < Math.abs(px(best) - currentPx) ? height : best,
  );
}

/** The height above or below; the same at the ends. */
export function stepSheet(height: SheetHeight, by: 1 | -1): SheetHeight {
  return SHEET_HEIGHTS[SHEET_HEIGHTS.indexOf(height) + by] ?? height;
}
