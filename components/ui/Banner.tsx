import { CircleAlert, Clock, FlaskConical, Info } from 'lucide-react';
import type { ReactNode } from 'react';
import { joinClasses } from './joinClasses';

export type BannerKind = 'simulated' | 'stale' | 'error' | 'info';

const LOOK: Record<BannerKind, { box: string; icon: typeof Info }> = {
  simulated: { box: 'striped p-1 text-ink', icon: FlaskConical },
  stale: { box: 'border-warning-line bg-warning-wash text-warning', icon: Clock },
  error: { box: 'border-danger-line bg-danger-wash text-danger', icon: CircleAlert },
  info: { box: 'border-info-line bg-info-wash text-info', icon: Info },
};

/**
 * What everybody on the page must know: what is the matter, what still works, what to do.
 * An error interrupts a screen reader, the others wait for a pause.
 *
 * @param action a button or a link, at the end
 */
export function Banner({
  kind,
  title,
  children,
  action,
  className,
}: {
  kind: BannerKind;
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  const { box, icon: Icon } = LOOK[kind];
  const words = (
    <>
      <Icon className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      <div className="min-w-0 flex-1">
        <strong className="font-semibold">{title}</strong>
        {children && <span className="ml-2 opacity-90">{children}</span>}
      </div>
      {action && <div className="-my-1 shrink-0">{action}</div>}
    </>
  );
  return (
    <div
      role={kind === 'error' ? 'alert' : 'status'}
      data-kind={kind}
      className={joinClasses(
        'text-sm',
        kind !== 'simulated' && 'flex items-start gap-2 border-b px-4 py-2',
        box,
        className,
      )}
    >
      {kind === 'simulated' ? (
        <div className="flex items-start gap-2 rounded-sm bg-[#fff3c4] px-3 py-1.5 text-[#14171c]">
          {words}
        </div>
      ) : (
        words
      )}
    </div>
  );
}
