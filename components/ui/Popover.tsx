'use client';

import type { ReactElement, ReactNode } from 'react';
import { Dialog, DialogTrigger } from 'react-aria-components/Dialog';
import { Popover as AriaPopover } from 'react-aria-components/Popover';
import { Pressable } from 'react-aria-components/Pressable';

/**
 * A small panel beside the control that opens it; not modal, closes on Escape or a press elsewhere.
 *
 * @param trigger one button
 * @param label what the panel is, for screen readers
 */
export function Popover({
  trigger,
  label,
  placement = 'bottom start',
  children,
}: {
  trigger: ReactElement<React.DOMAttributes<Element>, string>;
  label: string;
  placement?: React.ComponentProps<typeof AriaPopover>['placement'];
  children: ReactNode;
}) {
  return (
    <DialogTrigger>
      <Pressable>{trigger}</Pressable>
      <AriaPopover
        placement={placement}
        offset={6}
        containerPadding={8}
        className="z-[1200] max-w-[min(360px,calc(100vw-16px))] animate-appear overflow-auto rounded-lg border border-line bg-raised text-ink shadow-overlay"
      >
        <Dialog aria-label={label} className="p-4 outline-none">
          {children}
        </Dialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
