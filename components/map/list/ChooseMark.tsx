import { joinClasses } from '@/components/ui/joinClasses';

/**
 * The box of a row that is chosen or not. Decoration: the row itself is the option that says so, and
 * an option may hold no control.
 */
export function ChooseMark({ isChosen, className }: { isChosen: boolean; className?: string }) {
  return (
    <svg
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
      className={joinClasses(
        'size-4 rounded-[4px] border',
        isChosen ? 'border-inverse bg-inverse text-on-inverse' : 'border-line-strong bg-raised',
        className,
      )}
    >
      {isChosen ? <path d="m4 8.3 2.7 2.7L12 5.4" /> : null}
    </svg>
  );
}
