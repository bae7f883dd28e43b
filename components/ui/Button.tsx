import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { joinClasses } from './joinClasses';
import { Spinner } from './Spinner';

export type ButtonKind = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium' | 'large';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: ButtonKind;
  size?: ButtonSize;
  /** Shows work in progress and refuses further presses, without losing the focus. */
  isPending?: boolean;
  /** Before the words, 16 px, decoration. */
  icon?: ReactNode;
}

const KIND: Record<ButtonKind, string> = {
  primary:
    'bg-accent text-on-accent border-accent-pressed hover:bg-accent-hover active:bg-accent-pressed',
  secondary: 'bg-raised text-ink border-line hover:bg-hover active:bg-pressed',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-hover active:bg-pressed',
  danger: 'bg-raised text-danger border-danger-line hover:bg-danger-wash active:bg-danger-wash',
};

const SIZE: Record<ButtonSize, string> = {
  small: 'h-7 px-2 text-xs gap-1.5',
  medium: 'h-9 px-3 text-sm gap-2',
  large: 'h-11 px-4 text-base gap-2',
};

/** What a link or a label needs to look like a button. */
export function buttonClasses(kind: ButtonKind = 'secondary', size: ButtonSize = 'medium'): string {
  return joinClasses(
    'inline-flex shrink-0 select-none items-center justify-center rounded-sm border font-medium',
    'whitespace-nowrap transition-colors pointer-coarse:min-h-11',
    'disabled:opacity-45 aria-disabled:opacity-70 disabled:pointer-events-none',
    KIND[kind],
    SIZE[size],
  );
}

/** A button with words: a verb. For an icon alone use IconButton. */
export function Button({
  kind = 'secondary',
  size = 'medium',
  isPending = false,
  icon,
  className,
  children,
  onClick,
  type = 'button',
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={isPending ? 'button' : type}
      aria-disabled={isPending || undefined}
      aria-busy={isPending || undefined}
      onClick={isPending ? undefined : onClick}
      className={joinClasses(buttonClasses(kind, size), className)}
    >
      {isPending ? <Spinner /> : icon}
      {children}
    </button>
  );
}
