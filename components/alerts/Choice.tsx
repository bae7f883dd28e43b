'use client';

import type { ReactNode } from 'react';
import { SegmentedControl } from '@/components/ui/SegmentedControl';

/** One of a few under a label in sight, as wide as the form. */
export function Choice<Value extends string>({
  label,
  children,
  ...control
}: {
  label: string;
  value: Value;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  onChange: (value: Value) => void;
  /** What belongs to the choice, under it. */
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-col gap-1.5">
      <span className="font-medium text-sm" aria-hidden="true">
        {label}
      </span>
      <SegmentedControl label={label} {...control} className="flex" />
      {children}
    </div>
  );
}
