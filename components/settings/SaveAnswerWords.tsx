import { useTranslations } from 'use-intl/react';
import { joinClasses } from '@/components/ui/joinClasses';
import type { SaveAnswer } from '@/lib/settings/saveSettingsForm';

/** What became of a save, in words, read out when it appears. */
export function SaveAnswerWords({ answer }: { answer: SaveAnswer | null }) {
  const words = useAnswerWords(answer);
  const isGood = answer?.kind === 'saved' || answer?.kind === 'unchanged';
  return (
    <p
      role="status"
      className={joinClasses(
        'rounded-sm border px-3 py-2 text-sm empty:hidden',
        isGood
          ? 'border-info-line bg-info-wash text-info'
          : 'border-danger-line bg-danger-wash text-danger',
      )}
    >
      {words}
    </p>
  );
}

function useAnswerWords(answer: SaveAnswer | null): string | null {
  const t = useTranslations('settings');
  switch (answer?.kind) {
    case 'saved':
      return t('saved', { version: answer.version });
    case 'invalid': {
      const { fields, reason } = answer.errors;
      return t('invalid', { count: Object.keys(fields).length + (reason ? 1 : 0) });
    }
    case 'conflict':
      return t('conflict.title', { version: answer.version });
    case undefined:
      return null;
    case 'unchanged':
    case 'forbidden':
    case 'malformed':
    case 'failed':
      return t(answer.kind);
  }
}
