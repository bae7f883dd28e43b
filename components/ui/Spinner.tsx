import { joinClasses } from './joinClasses';

/** Work in progress; decoration beside words, unless `label` says what is waited for. */
export function Spinner({ label, className }: { label?: string; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      className={joinClasses('size-4 shrink-0 animate-spinner', className)}
      role={label ? 'img' : undefined}
      aria-label={label}
      aria-hidden={label ? undefined : true}
      fill="none"
      strokeWidth="2"
      strokeLinecap="round"
    >
      <circle cx="8" cy="8" r="6" stroke="currentColor" opacity="0.22" />
      <path d="M8 2a6 6 0 0 1 6 6" stroke="currentColor" />
    </svg>
  );
}
