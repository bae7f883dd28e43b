/** One hour of the week. */
export interface WeekCell {
  /** How much, 0..1; null: nobody knows. */
  share: number | null;
  /** The same in words, without the hour. */
  words: string;
}

/** By day (0 is Monday), then by hour of the city's clock. */
export type WeekCells = readonly (readonly WeekCell[])[];

/** Where each class of colour begins, above the first, which is nothing at all. */
export const HEAT_STEPS = [0, 0.05, 0.15, 0.3, 0.6] as const;

/** The class of a share: 0 for nothing, up to HEAT_STEPS.length. */
export function heatClass(share: number): number {
  return HEAT_STEPS.filter((step) => share > step).length;
}

export interface WeekPlace {
  day: number;
  hour: number;
}

const LAST_DAY = 6;
const LAST_HOUR = 23;

/** Where a key leads over the week: the keys of a grid. null for keys that mean nothing here. */
export function weekMove(key: string, { day, hour }: WeekPlace): WeekPlace | null {
  switch (key) {
    case 'ArrowLeft':
      return { day, hour: Math.max(0, hour - 1) };
    case 'ArrowRight':
      return { day, hour: Math.min(LAST_HOUR, hour + 1) };
    case 'ArrowUp':
      return { day: Math.max(0, day - 1), hour };
    case 'ArrowDown':
      return { day: Math.min(LAST_DAY, day + 1), hour };
    case 'Home':
      return { day, hour: 0 };
    case 'End':
      return { day, hour: LAST_HOUR };
    default:
      return null;
  }
}
