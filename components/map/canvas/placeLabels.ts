export interface LabelCandidate {
  /** Left top corner and size, canvas pixels. */
  x: number;
  y: number;
  width: number;
  height: number;
}

/**
 * Which labels fit without touching one another or a marker, greedily in the given order, so the
 * worst stations are named first.
 *
 * @returns positions in `candidates`, ascending
 */
export function placeLabels(
  candidates: readonly LabelCandidate[],
  obstacles: readonly LabelCandidate[] = [],
): number[] {
  const CELL_PX = 64;
  const taken = new Map<string, LabelCandidate[]>();
  const cellsOf = (box: LabelCandidate): string[] => {
    const cells: string[] = [];
    const right = Math.floor((box.x + box.width) / CELL_PX);
    const bottom = Math.floor((box.y + box.height) / CELL_PX);
    for (let column = Math.floor(box.x / CELL_PX); column <= right; column += 1) {
      for (let row = Math.floor(box.y / CELL_PX); row <= bottom; row += 1) {
        cells.push(`${column}:${row}`);
      }
    }
    return cells;
  };
  const take = (box: LabelCandidate, cells: readonly string[]) => {
    for (const cell of cells) {
      const boxes = taken.get(cell);
      if (boxes) boxes.push(box);
      else taken.set(cell, [box]);
    }
  };
  for (const box of obstacles) take(box, cellsOf(box));
  return candidates.flatMap((box, position) => {
    const cells = cellsOf(box);
    if (cells.some((cell) => taken.get(cell)?.some((other) => overlap(box, other)))) return [];
    take(box, cells);
    return [position];
  });
}

function overlap(a: LabelCandidate, b: LabelCandidate): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
