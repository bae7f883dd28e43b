import type { ReactNode } from 'react';
import { joinClasses } from './joinClasses';

/** What came of something that was asked for, beside where it was asked; read out when it appears. */
export function Note({ isGood, children }: { isGood: boolean; children: ReactNode }) {
  return (
    <p
      role="status"
      className={joinClasses(
        'rounded-sm border px-3 py-2 text-sm empty:hidden',
        isGood
          ? 'border-info-line bg-info-wash text-info'
          : 'border-danger-line bg-danger-wash text-danger',
      )}
    >
      {children}
    </p>
  );
}
