import type { Severity } from '@/lib/deficit/assessment';
import { joinClasses } from './joinClasses';
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
  const isRing = style.shape === 'crossedRing';
  const path = severityPath(style.shape, severity === 'ok' ? 4 : 5.5);
  return (
    <svg
      width={sizePx}
      height={sizePx}
      viewBox="-8 -8 16 16"
      className={joinClasses('overflow-visible', className)}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      focusable="false"
    >
      {covered && !isRing ? (
        // As on the map: a dark edge outside the hue, which alone would be faint on paper.
        <path d={path} stroke={style.stroke} strokeWidth={3.2} strokeLinejoin="round" />
      ) : null}
      <path
        d={path}
        fill={isRing ? 'none' : covered ? 'var(--raised)' : style.fill}
        stroke={covered && !isRing ? style.fill : style.stroke}
        strokeWidth={covered && !isRing ? 2 : style.strokePx}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
    </svg>
  );
}
