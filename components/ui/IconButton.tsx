import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { joinClasses } from './joinClasses';

interface IconButtonProps extends Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'aria-label'> {
  /** What it does, in words: there are no others. */
  label: string;
  /** 16 to 20 px, decoration. */
  children: ReactNode;
  /** raised: on top of the map, with a border and the one shadow. */
  kind?: 'quiet' | 'raised';
}

/** A square button with an icon: 36 px, 44 px under a finger. */
export function IconButton({
  label,
  kind = 'quiet',
  className,
  children,
  type = 'button',
  ...rest
}: IconButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-label={label}
      title={rest.title ?? label}
      className={joinClasses(
        'inline-flex size-9 shrink-0 items-center justify-center rounded-sm pointer-coarse:size-11',
        'text-ink-muted transition-colors hover:text-ink disabled:pointer-events-none',
        'disabled:opacity-45 aria-pressed:bg-pressed aria-pressed:text-ink',
        kind === 'quiet' && 'hover:bg-hover active:bg-pressed',
        kind === 'raised' && 'border border-line bg-raised shadow-overlay active:bg-sunken',
        className,
      )}
    >
      {children}
    </button>
  );
}
