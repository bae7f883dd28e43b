import { OWN_VEHICLE_STYLE, SEVERITY_STYLE, severityPath } from '@/components/ui/severityStyle';
import type { Severity } from '@/lib/deficit/assessment';
import { drawnCity } from './drawnCity';

/** A city by its stations, as the map draws them: invented, and decoration only. */
export function CityDrawing() {
  return (
    <svg
      viewBox="0 0 720 900"
      preserveAspectRatio="xMidYMid slice"
      className="h-full w-full"
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M-20 250C120 210 170 330 300 380S420 520 330 590 120 640 90 760 10 900-20 930"
        className="fill-none stroke-line"
        strokeWidth="34"
        strokeLinecap="round"
      />
      {drawnCity().map(({ x, y, severity, radiusPx }) => (
        <Station key={`${x} ${y}`} x={x} y={y} severity={severity} radiusPx={radiusPx} />
      ))}
      {[
        [412, 318],
        [521, 503],
        [246, 491],
      ].map(([x, y]) => (
        <circle key={x} cx={x} cy={y} r="5" strokeWidth="1.5" {...OWN_VEHICLE_STYLE} />
      ))}
    </svg>
  );
}

function Station(props: { x: number; y: number; severity: Severity; radiusPx: number }) {
  const { shape, fill, stroke, strokePx } = SEVERITY_STYLE[props.severity];
  return (
    <path
      d={severityPath(shape, props.radiusPx)}
      transform={`translate(${props.x} ${props.y})`}
      fill={shape === 'crossedRing' ? 'none' : fill}
      stroke={stroke}
      strokeWidth={strokePx}
      strokeLinejoin="round"
    />
  );
}
