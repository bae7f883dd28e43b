'use client';

import type { ReactElement, ReactNode } from 'react';
import { Focusable } from 'react-aria-components/Focusable';
import { Tooltip as AriaTooltip, TooltipTrigger } from 'react-aria-components/Tooltip';

/**
 * A few words more about a control, on hover and on keyboard focus. Nothing that matters may live
 * here alone: fingers never see it.
 *
 * @param children one focusable element
 */
export function Tooltip({
  words,
  placement = 'top',
  children,
}: {
  words: ReactNode;
  placement?: React.ComponentProps<typeof AriaTooltip>['placement'];
  children: ReactElement<React.DOMAttributes<Element>, string>;
}) {
  return (
    <TooltipTrigger delay={400} closeDelay={80}>
      <Focusable>{children}</Focusable>
      <AriaTooltip
        placement={placement}
        offset={6}
        className="z-[1300] max-w-64 animate-appear rounded-sm bg-inverse px-2 py-1 text-on-inverse text-xs shadow-overlay"
      >
        {words}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
