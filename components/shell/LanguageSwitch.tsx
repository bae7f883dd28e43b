'use client';

import { useTransition } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { LOCALES, type Locale } from '@/lib/i18n/locale';

/**
 * The languages, each in its own.
 *
 * @param choose remembers the choice and renders the page anew
 */
export function LanguageSwitch({
  choose,
  className,
}: {
  choose: (locale: Locale) => Promise<void>;
  className?: string;
}) {
  const t = useTranslations('shell');
  const locale = useLocale();
  const [, startTransition] = useTransition();
  return (
    <SegmentedControl
      label={t('language')}
      value={locale}
      options={LOCALES.map((value) => ({ value, label: t(`languageName.${value}`) }))}
      onChange={(value) => startTransition(() => choose(value))}
      className={className}
    />
  );
}
