'use client';

import { heatClass, type WeekCell } from './weekHeat';

/** A day of WeekHeatMap. */
export function WeekHeatRow({
  name,
  row,
  stopHour,
  pointedHour,
  onFocus,
  onBlur,
}: {
  name: string;
  row: readonly WeekCell[];
  /** The hour that takes the Tab key; null: it is of another day. */
  stopHour: number | null;
  pointedHour: number | null;
  onFocus(hour: number): void;
  onBlur(): void;
}) {
  return (
    <tr>
      <th scope="row">{name}</th>
      {row.map(({ share, words }, hour) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: the place is what a cell is
          key={hour}
          tabIndex={stopHour === hour ? 0 : -1}
          onFocus={() => onFocus(hour)}
          onBlur={onBlur}
          data-pointed={pointedHour === hour || undefined}
          className={share === null ? 'heat-unknown' : `heat-${heatClass(share)}`}
        >
          <span className="sr-only">{words}</span>
        </td>
      ))}
    </tr>
  );
}
