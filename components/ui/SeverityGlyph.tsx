import type { Severity } from '@/lib/deficit/assessment';
import { SEVERITY_STYLE, severityPath } from './severityStyle';

/**
 * A severity as hue and shape. Decoration beside words by default; give `label` where it stands
 * alone.
 *
 * @param covered hollow: neighbours or own vehicles cover the station
 * @param sizePx side of the box, default 16
 */
export function SeverityGlyph({
  severity,
  covered = false,
  sizePx = 16,
  label,
  className,
}: {
  severity: Severity;
  covered?: boolean;
  sizePx?: number;
  label?: string;
  className?: string;
}) {
  const style = SEVERITY_STYLE[severity];
  const hollow = covered || style.shape === 'crossedRing';
  return (
    <svg
      width={sizePx}
      height={sizePx}
      viewBox="-8 -8 16 16"
      className={className}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      <path
        d={severityPath(style.shape, severity === 'ok' ? 4 : 5.5)}
        fill={hollow ? 'none' : style.fill}
        stroke={covered && severity !== 'low' ? style.fill : style.stroke}
        strokeWidth={hollow ? 2 : style.strokePx}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
