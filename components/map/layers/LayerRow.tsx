'use client';

import { type ReactNode, useId } from 'react';
import { Switch } from '@/components/ui/Switch';

/** One layer: on or off, what it shows, and beneath it what its colours mean. */
export function LayerRow({
  name,
  hint,
  isOn,
  onChange,
  children,
}: {
  name: string;
  hint: string;
  isOn: boolean;
  onChange(isOn: boolean): void;
  /** Shown while the layer is on. */
  children?: ReactNode;
}) {
  const hintId = useId();
  return (
    <li className="py-1">
      <Switch
        checked={isOn}
        aria-describedby={hintId}
        onChange={(event) => onChange(event.currentTarget.checked)}
        className="font-medium"
      >
        {name}
      </Switch>
      <p id={hintId} className="-mt-0.5 ml-10 text-ink-muted pointer-coarse:-mt-3">
        {hint}
      </p>
      {isOn ? children : null}
    </li>
  );
}
