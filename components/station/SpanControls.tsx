'use client';

import { ChevronLeft, ChevronRight, Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import { useTranslations } from 'use-intl';
import { IconButton } from '@/components/ui/IconButton';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { type ChartZoom, panned, zoomed } from '../charts/chartZoom';
import type { TimeSpan } from '../charts/series';
import { LEAST_SPAN_S, MOST_SPAN_S, SPANS, type SpanName } from './shownSpan';

/** A minute: what the address can tell apart. */
const SLACK_S = 60;

/** Which span is shown, and the ways on from it: earlier, later, nearer, farther. */
export function SpanControls({
  span,
  shown,
  limits,
  isWhole,
  onChoose,
  zoom,
}: {
  /** null: a part of its own. */
  span: SpanName | null;
  shown: TimeSpan;
  limits: TimeSpan;
  /** A named span is shown as it is. */
  isWhole: boolean;
  onChoose(span: SpanName): void;
  zoom: ChartZoom;
}) {
  const t = useTranslations('stationPage');
  const middleAt = (shown.fromAt + shown.toAt) / 2;
  const lengthS = shown.toAt - shown.fromAt;
  const ways = [
    {
      label: t('earlier'),
      Icon: ChevronLeft,
      isOff: shown.fromAt <= limits.fromAt + SLACK_S,
      go: () => zoom.show(panned(shown, -1)),
    },
    {
      label: t('later'),
      Icon: ChevronRight,
      isOff: shown.toAt >= limits.toAt - SLACK_S,
      go: () => zoom.show(panned(shown, 1)),
    },
    {
      label: t('nearer'),
      Icon: ZoomIn,
      isOff: lengthS <= LEAST_SPAN_S,
      go: () => zoom.show(zoomed(shown, middleAt, 1)),
    },
    {
      label: t('farther'),
      Icon: ZoomOut,
      isOff: lengthS >= Math.min(MOST_SPAN_S, limits.toAt - limits.fromAt) - SLACK_S,
      go: () => zoom.show(zoomed(shown, middleAt, -1)),
    },
    { label: t('whole'), Icon: Maximize2, isOff: isWhole, go: zoom.reset },
  ];
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <h2 className="font-semibold text-base">{t('past')}</h2>
      <SegmentedControl
        label={t('span')}
        value={span}
        options={SPANS.map((value) => ({ value, label: t(`spans.${value}`) }))}
        onChange={onChoose}
      />
      <span className="flex sm:ml-auto">
        {ways.map(({ label, Icon, isOff, go }) => (
          <IconButton
            key={label}
            label={label}
            aria-disabled={isOff}
            onClick={() => isOff || go()}
            className="aria-disabled:opacity-45"
          >
            <Icon size={18} aria-hidden />
          </IconButton>
        ))}
      </span>
    </div>
  );
}
