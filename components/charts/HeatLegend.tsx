import { HEAT_STEPS } from './weekHeat';

/** What the colours of a heat map stand for. */
export function HeatLegend({
  stepWords,
  unknown,
}: {
  /** What a share is called, 0..1. */
  stepWords(share: number): string;
  unknown: string;
}) {
  return (
    <ul className="mt-2 flex flex-wrap gap-x-3 gap-y-1 text-ink-muted text-xs">
      <li className="flex items-center gap-1.5">
        <span className="heat-key heat-0" />
        {stepWords(0)}
      </li>
      {HEAT_STEPS.map((step, i) => {
        const upTo = HEAT_STEPS[i + 1];
        return (
          <li key={step} className="tabular flex items-center gap-1.5">
            <span className={`heat-key heat-${i + 1}`} />
            {upTo === undefined ? `> ${stepWords(step)}` : `≤ ${stepWords(upTo)}`}
          </li>
        );
      })}
      <li className="flex items-center gap-1.5">
        <span className="heat-key heat-unknown" />
        {unknown}
      </li>
    </ul>
  );
}
