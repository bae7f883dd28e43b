import type { ReactNode } from 'react';

/** Nothing to show: what was asked, and what to loosen or do. */
export function EmptyState({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gap-2 px-6 py-10 text-center">
      {icon && <div className="text-ink-faint">{icon}</div>}
      <p className="font-medium text-ink text-sm">{title}</p>
      {children && <div className="max-w-80 text-ink-muted text-sm">{children}</div>}
      {action && <div className="mt-2">{action}</div>}
    </div>
  );
}
