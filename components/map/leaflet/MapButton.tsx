'use client';

import type { LucideIcon } from 'lucide-react';

/** One square button of the map's own controls: 44 px under a thumb, 36 px under a mouse. */
export function MapButton({
  label,
  onPress,
  icon: Icon,
}: {
  label: string;
  onPress(): void;
  icon: LucideIcon;
}) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="grid size-11 place-items-center border-b border-line text-ink-muted transition-colors last:border-b-0 hover:bg-hover hover:text-ink focus-visible:-outline-offset-2 active:bg-pressed md:size-9 pointer-coarse:size-11"
    >
      <Icon size={18} aria-hidden />
    </button>
  );
}
