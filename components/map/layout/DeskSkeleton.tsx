import { Skeleton } from '@/components/ui/Skeleton';

const ROWS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** The desk's outline, until the city is there. A phone's sheet is as low as it begins. */
export function DeskSkeleton() {
  return (
    <div aria-busy="true" className="flex h-full min-h-0 flex-col-reverse md:flex-row">
      <div className="flex h-[84px] shrink-0 flex-col gap-3 overflow-hidden border-line border-t bg-paper p-3 md:h-auto md:w-[380px] md:border-t-0 md:border-r">
        <Skeleton className="h-10 w-full" />
        <Skeleton className="h-8 w-3/4" />
        {ROWS.map((row) => (
          <Skeleton key={row} className="h-12 w-full" />
        ))}
      </div>
      <div className="min-h-0 flex-1" />
    </div>
  );
}
