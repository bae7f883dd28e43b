import { type ReactNode, useId } from 'react';
import { joinClasses } from './joinClasses';

/** One of a few, all of them in sight: native radio buttons, so arrow keys move the choice. */
export function SegmentedControl<Value extends string>({
  label,
  value,
  options,
  onChange,
  className,
}: {
  label: string;
  /** null until the choice is known, as before the browser's memory was read. */
  value: Value | null;
  options: readonly { value: Value; label: string; icon?: ReactNode }[];
  onChange: (value: Value) => void;
  className?: string;
}) {
  const name = useId();
  return (
    <fieldset className={joinClasses('inline-flex rounded-sm bg-sunken p-0.5', className)}>
      <legend className="sr-only">{label}</legend>
      {options.map((option) => (
        <label
          key={option.value}
          className={joinClasses(
            'relative flex h-7 flex-1 items-center justify-center gap-1.5 rounded-[5px] px-2',
            'cursor-pointer text-ink-muted text-sm transition-colors hover:text-ink',
            'pointer-coarse:h-10 has-checked:bg-raised has-checked:text-ink has-checked:shadow-sm dark:has-checked:bg-line',
            'has-focus-visible:outline-2 has-focus-visible:outline-focus',
          )}
        >
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            onChange={() => onChange(option.value)}
            className="absolute inset-0 appearance-none opacity-0"
          />
          {option.icon}
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}
