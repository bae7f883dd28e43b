import type { ComponentProps } from 'react';
import { joinClasses } from './joinClasses';

/** Rows and columns, with a head that stays. Wrap it in something that scrolls. */
export function Table({ className, ...rest }: ComponentProps<'table'>) {
  return (
    <table
      {...rest}
      className={joinClasses('w-full border-collapse text-left text-sm', className)}
    />
  );
}

/** A column's head. Numbers stand at the right. */
export function HeadCell({ isNumber, className, ...rest }: CellProps<'th'>) {
  return (
    <th
      scope="col"
      {...rest}
      className={joinClasses(
        'sticky top-0 z-10 border-line border-b bg-raised px-3 py-2 font-medium text-ink-muted text-xs',
        isNumber && 'text-right',
        className,
      )}
    />
  );
}

/** A value. Numbers stand at the right, in figures of one width. */
export function Cell({ isNumber, className, ...rest }: CellProps<'td'>) {
  return (
    <td
      {...rest}
      className={joinClasses(
        'border-line border-b px-3 py-2 align-top',
        isNumber && 'tabular text-right',
        className,
      )}
    />
  );
}

type CellProps<Tag extends 'td' | 'th'> = ComponentProps<Tag> & { isNumber?: boolean };
