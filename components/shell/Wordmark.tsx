import { Mark } from './Mark';

/** Mark and name. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5">
      <Mark sizePx={32} />
      <span className="font-semibold text-lg tracking-tight">Limelight</span>
    </span>
  );
}
