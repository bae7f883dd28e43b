'use client';

import { useId, useState } from 'react';
import { useTranslations } from 'use-intl';
import { CONTROL_CLASSES, describedBy, FieldNote } from '@/components/ui/FieldFrame';
import { joinClasses } from '@/components/ui/joinClasses';
import { docksOf, MOST_DOCKS, rangeOf } from './capacityText';
import type { CapacityRange } from './mapFilters';

interface Typed {
  min: string;
  max: string;
}

const textOf = (range: CapacityRange | null): Typed => ({
  min: range?.min?.toString() ?? '',
  max: range?.max?.toString() ?? '',
});

/** A range of docks, both ends optional, in force as it is typed. */
export function CapacityFields({
  capacity,
  onChange,
}: {
  capacity: CapacityRange | null;
  onChange(capacity: CapacityRange | null): void;
}) {
  const t = useTranslations('map.filters');
  const id = useId();
  const { typed, slip, type } = useTyped(capacity, onChange);
  const error = slip === null ? undefined : t(slip, { most: MOST_DOCKS });
  const hint = t('capacityHint', { most: MOST_DOCKS });
  const box = (end: keyof Typed) => (
    <input
      aria-label={`${t('capacity')}, ${t(end === 'min' ? 'atLeast' : 'atMost')}`}
      placeholder={t(end === 'min' ? 'atLeast' : 'atMost')}
      value={typed[end]}
      inputMode="numeric"
      autoComplete="off"
      aria-invalid={error ? true : undefined}
      aria-describedby={describedBy(id, { hint, error })}
      onChange={(event) => type({ ...typed, [end]: event.target.value })}
      className={joinClasses(CONTROL_CLASSES, 'tabular rounded-sm')}
    />
  );
  return (
    <fieldset className="flex flex-col gap-1.5">
      <legend className="mb-1.5 font-medium text-sm">{t('capacity')}</legend>
      <div className="grid grid-cols-[1fr_auto_1fr] items-center gap-2">
        {box('min')}
        <span aria-hidden className="text-ink-faint">
          –
        </span>
        {box('max')}
      </div>
      <FieldNote {...{ id, hint, error }} />
    </fieldset>
  );
}

/** What stands in the boxes: what was typed, until the range is changed from elsewhere. */
function useTyped(
  capacity: CapacityRange | null,
  onChange: (capacity: CapacityRange | null) => void,
) {
  const [typed, setTyped] = useState(() => textOf(capacity));
  const [inForce, setInForce] = useState(capacity);
  if (!isSameRange(inForce, capacity)) {
    setInForce(capacity);
    setTyped(textOf(capacity));
  }
  const type = (next: Typed) => {
    setTyped(next);
    const range = rangeOf(docksOf(next.min), docksOf(next.max));
    // A slip is told beside the boxes; what was in force before it stays so.
    if (slipOf(next) === 'capacitySlip') return;
    setInForce(range);
    onChange(range);
  };
  return { typed, slip: slipOf(typed), type };
}

function slipOf({ min, max }: Typed): 'capacitySlip' | 'capacityOrder' | null {
  const [from, to] = [docksOf(min), docksOf(max)];
  if (Number.isNaN(from) || Number.isNaN(to)) return 'capacitySlip';
  return from !== null && to !== null && from > to ? 'capacityOrder' : null;
}

function isSameRange(a: CapacityRange | null, b: CapacityRange | null): boolean {
  return a?.min === b?.min && a?.max === b?.max;
}
