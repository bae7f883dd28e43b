'use client';

import { useTransition } from 'react';
import { useLocale, useTranslations } from 'use-intl/react';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { FORMAT_LOCALE, LOCALES, type Locale } from '@/lib/i18n/locale';

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
  const format = useLocale();
  const locale = LOCALES.find((one) => FORMAT_LOCALE[one] === format) ?? null;
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
