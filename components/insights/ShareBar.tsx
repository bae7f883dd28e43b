/** A share as a length, beside its figure: decoration. @param share 0..1 */
export function ShareBar({ share }: { share: number }) {
  return (
    <span aria-hidden="true" className="block h-1.5 w-full rounded-full bg-sunken">
      <span
        className="block h-full rounded-full bg-[#d55e00]"
        style={{ width: `${Math.round(share * 100)}%` }}
      />
    </span>
  );
}
