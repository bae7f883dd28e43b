'use client';

import { History } from 'lucide-react';
import { useTranslations } from 'use-intl';

/** Opens the bar that leads into the past, and closes it again, which leads back. */
export function TimeButton({ isOpen, onToggle }: { isOpen: boolean; onToggle(): void }) {
  const t = useTranslations('time');
  return (
    <button
      type="button"
      aria-expanded={isOpen}
      aria-keyshortcuts="t"
      aria-label={t('open')}
      title={t('open')}
      onClick={onToggle}
      className="pointer-events-auto flex h-9 items-center gap-1.5 rounded-lg border border-line bg-raised px-2.5 text-xs font-medium shadow-overlay transition-colors hover:bg-sunken aria-expanded:border-past aria-expanded:text-past pointer-coarse:h-11 pointer-coarse:min-w-11 pointer-coarse:justify-center"
    >
      <History size={16} aria-hidden className={isOpen ? '' : 'text-ink-muted'} />
      <span className="max-md:sr-only">{t('open')}</span>
    </button>
  );
}
