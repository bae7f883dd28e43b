import { useTranslations } from 'use-intl/react';
import { joinClasses } from '@/components/ui/joinClasses';

/** Whether an account is open: by shape and word, not by colour alone. */
export function StateMark({ isDisabled }: { isDisabled: boolean }) {
  const t = useTranslations('people.list');
  return (
    <span
      className={joinClasses(
        'inline-flex items-center gap-1.5',
        isDisabled ? 'text-danger' : 'text-ink',
      )}
    >
      <span
        aria-hidden="true"
        className={joinClasses(
          'size-2 rounded-full',
          isDisabled ? 'border-2 border-danger' : 'bg-accent-pressed',
        )}
      />
      {t(isDisabled ? 'disabled' : 'active')}
    </span>
  );
}
