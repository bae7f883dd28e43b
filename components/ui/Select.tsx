import { ChevronDown } from 'lucide-react';
import { type SelectHTMLAttributes, useId } from 'react';
import { CONTROL_CLASSES, describedBy, FieldFrame, type FieldWords } from './FieldFrame';
import { joinClasses } from './joinClasses';

interface SelectProps extends FieldWords, Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> {
  options: readonly { value: string; label: string }[];
  /** Keeps the label for screen readers only, where the choice speaks for itself. */
  isLabelHidden?: boolean;
}

/** One of several. The platform's own list: it suits thumbs, keyboards and screen readers best. */
export function Select(props: SelectProps) {
  const { label, meaning, hint, error, aside, options, isLabelHidden, className, ...select } =
    props;
  const id = useId();
  const box = (
    <div className="relative">
      <select
        {...select}
        id={id}
        aria-label={isLabelHidden ? label : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, { meaning, hint, error })}
        className={joinClasses(
          CONTROL_CLASSES,
          'rounded-sm',
          'appearance-none truncate pr-9',
          className,
        )}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronDown
        className="pointer-events-none absolute inset-y-0 right-3 my-auto size-4 text-ink-muted"
        aria-hidden="true"
      />
    </div>
  );
  return isLabelHidden ? (
    box
  ) : (
    <FieldFrame {...{ id, label, meaning, hint, error, aside }}>{box}</FieldFrame>
  );
}
