import type { InputHTMLAttributes, ReactNode } from 'react';
import { joinClasses } from './joinClasses';

interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> {
  children: ReactNode;
  /** Yes for some of what it stands for: a dash. */
  isMixed?: boolean;
}

/** Yes or no, in force when the form is sent. For what is in force at once use Switch. */
export function Checkbox({ children, className, isMixed = false, ...input }: CheckboxProps) {
  return (
    <label
      className={joinClasses(
        'inline-flex min-h-7 cursor-pointer items-center gap-2 text-sm pointer-coarse:min-h-11',
        'has-disabled:cursor-not-allowed has-disabled:opacity-50',
        className,
      )}
    >
      <span className="relative inline-flex size-4 shrink-0">
        <input
          {...input}
          // The platform knows the state by script alone.
          ref={(box) => {
            if (box) box.indeterminate = isMixed;
          }}
          type="checkbox"
          className="peer size-4 appearance-none rounded-[4px] border border-line-strong bg-raised transition-colors checked:border-inverse checked:bg-inverse indeterminate:border-inverse indeterminate:bg-inverse hover:border-ink-muted"
        />
        <svg
          viewBox="0 0 16 16"
          aria-hidden="true"
          className="pointer-events-none absolute inset-0 hidden text-on-inverse peer-checked:block peer-indeterminate:block"
          fill="none"
          stroke="currentColor"
          strokeWidth="2"
          strokeLinecap="round"
          strokeLinejoin="round"
        >
          <path d={isMixed ? 'M4.5 8h7' : 'm4 8.3 2.7 2.7L12 5.4'} />
        </svg>
      </span>
      {children}
    </label>
  );
}
