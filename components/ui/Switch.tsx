import type { InputHTMLAttributes, ReactNode } from 'react';
import { joinClasses } from './joinClasses';

interface SwitchProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'type' | 'role'> {
  children: ReactNode;
}

/** On or off, in force at once. */
export function Switch({ children, className, ...input }: SwitchProps) {
  return (
    <label
      className={joinClasses(
        'inline-flex min-h-7 cursor-pointer items-center gap-2 text-sm pointer-coarse:min-h-11',
        'has-disabled:cursor-not-allowed has-disabled:opacity-50',
        className,
      )}
    >
      <span className="relative inline-flex h-5 w-8 shrink-0">
        <input
          {...input}
          type="checkbox"
          // biome-ignore lint/a11y/useAriaPropsForRole: a native checkbox tells its own state
          role="switch"
          className="peer h-5 w-8 appearance-none rounded-full border border-line-strong bg-sunken transition-colors checked:border-inverse checked:bg-inverse"
        />
        <span className="pointer-events-none absolute top-1 left-1 size-3 rounded-full bg-line-strong transition-transform peer-checked:translate-x-3 peer-checked:bg-on-inverse" />
      </span>
      {children}
    </label>
  );
}
