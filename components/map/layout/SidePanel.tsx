'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslations } from 'use-intl';
import { joinClasses } from '@/components/ui/joinClasses';
import { type SheetHeight, stepSheet } from './sheetHeight';
import { useSheetDrag } from './useSheetDrag';

/**
 * One panel, two forms: a column of 380 px beside the map, or a phone's bottom sheet with three
 * heights. The form is CSS's choice, so the server can write it without knowing the screen.
 */
export function SidePanel({
  isFolded,
  height,
  onHeight,
  children,
}: {
  isFolded: boolean;
  height: SheetHeight;
  onHeight(height: SheetHeight): void;
  children: ReactNode;
}) {
  const t = useTranslations('map');
  const next = () => onHeight(height === 'full' ? 'peek' : stepSheet(height, 1));
  const drag = useSheetDrag(onHeight, next);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : null;
    if (by === null) return;
    event.preventDefault();
    onHeight(stepSheet(height, by));
  };
  return (
    <section
      aria-label={t('panelLabel')}
      data-sheet={height}
      className={joinClasses(
        'limelight-sheet z-[1000] flex flex-col bg-paper',
        'max-md:absolute max-md:inset-x-0 max-md:bottom-0 max-md:rounded-t-lg max-md:border-t max-md:border-line max-md:shadow-overlay',
        'md:relative md:w-[380px] md:shrink-0 md:border-r md:border-line',
        isFolded && 'md:hidden',
      )}
    >
      <button
        type="button"
        aria-label={`${t('sheet.handle')}: ${t(`sheet.${height}`)}`}
        className="-mt-5 flex h-11 w-full shrink-0 touch-none items-center justify-center pt-5 md:hidden"
        onKeyDown={onKeyDown}
        {...drag}
      >
        <span className="h-1 w-9 rounded-full bg-line-strong" />
      </button>
      <div className="relative min-h-0 flex-1 overflow-hidden">{children}</div>
    </section>
  );
}
