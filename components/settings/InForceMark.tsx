import { useTranslations } from 'use-intl/react';

/** Beside what holds at this very time. */
export function InForceMark() {
  const t = useTranslations('settings');
  return (
    <span className="inline-flex shrink-0 items-center gap-1.5 rounded-full bg-accent-wash px-2 py-0.5 font-medium text-ink text-xs">
      <span className="size-2 rounded-full bg-accent ring-1 ring-ink" aria-hidden="true" />
      {t('window.inForce')}
    </span>
  );
}
