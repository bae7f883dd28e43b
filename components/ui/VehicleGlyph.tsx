import { OWN_VEHICLE_STYLE, vehiclePath } from './severityStyle';

/** Half the drawing's width in its own units; the pin is 2.9 radii tall. */
const RADIUS = 6;

/** The pin of an own vehicle, as on the map. The words beside it say what it is. */
export function VehicleGlyph({ sizePx = 18 }: { sizePx?: number }) {
  return (
    <svg width={sizePx} height={sizePx} viewBox="-10 -10 20 20" aria-hidden="true">
      <path
        d={vehiclePath(RADIUS)}
        fill={OWN_VEHICLE_STYLE.fill}
        fillRule="evenodd"
        stroke={OWN_VEHICLE_STYLE.stroke}
        strokeWidth={1.25}
      />
    </svg>
  );
}
