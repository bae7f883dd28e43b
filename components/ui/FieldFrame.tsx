import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

export interface FieldWords {
  label: string;
  /** What it is and does, under the label. */
  meaning?: ReactNode;
  /** Range and unit, or an example, under the control. */
  hint?: ReactNode;
  /** What is wrong and how to mend it; replaces the hint. */
  error?: string;
  /** Beside the label. */
  aside?: ReactNode;
}

/** Ids by which a control points at its words. */
export function describedBy(id: string, { meaning, hint, error }: Omit<FieldWords, 'label'>) {
  const ids = [
    meaning ? `${id}-meaning` : null,
    error ? `${id}-error` : hint ? `${id}-hint` : null,
  ].filter((one) => one !== null);
  return ids.length > 0 ? ids.join(' ') : undefined;
}

/** Look of the box around a text control, in every state; round its corners where they are free. */
export const CONTROL_CLASSES =
  'w-full min-w-0 border border-line-strong bg-raised px-3 text-ink transition-colors ' +
  'placeholder:text-ink-faint hover:border-ink-muted h-9 pointer-coarse:h-11 ' +
  'text-sm pointer-coarse:text-base ' +
  'aria-invalid:border-danger aria-invalid:bg-danger-wash';

/** Label, meaning, control, and either a hint or an error in words. */
export function FieldFrame({
  id,
  label,
  meaning,
  hint,
  error,
  aside,
  children,
}: FieldWords & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3">
        <label htmlFor={id} className="font-medium text-ink text-sm">
          {label}
        </label>
        {aside}
      </div>
      {meaning && (
        <p id={`${id}-meaning`} className="text-ink-muted text-sm">
          {meaning}
        </p>
      )}
      {children}
      <FieldNote {...{ id, hint, error }} />
    </div>
  );
}

/** Under a control: what is wrong with it, else its range or an example. */
export function FieldNote({
  id,
  hint,
  error,
}: Pick<FieldWords, 'hint' | 'error'> & { id: string }) {
  if (error) {
    return (
      <p id={`${id}-error`} className="flex gap-1.5 text-danger text-sm">
        <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
        {error}
      </p>
    );
  }
  if (!hint) return null;
  return (
    <p id={`${id}-hint`} className="tabular text-ink-faint text-xs">
      {hint}
    </p>
  );
}
