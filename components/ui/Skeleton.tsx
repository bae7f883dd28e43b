import { joinClasses } from './joinClasses';

/** The place of something that is on its way; size it with classes. */
export function Skeleton({ className }: { className?: string }) {
  return (
    <span
      aria-hidden="true"
      className={joinClasses('block animate-skeleton rounded-sm bg-line', className)}
    />
  );
}
