'use client';

import { Monitor, Moon, Sun } from 'lucide-react';
import { useTheme } from 'next-themes';
import { useTranslations } from 'use-intl/react';
import { SegmentedControl } from '@/components/ui/SegmentedControl';
import { useIsHydrated } from '@/components/ui/useIsHydrated';

const THEMES = ['light', 'dark', 'system'] as const;
const ICON = { light: Sun, dark: Moon, system: Monitor };

/** Light, dark, or as the system says. */
export function ThemeSwitch() {
  const t = useTranslations('shell');
  const { theme, setTheme } = useTheme();
  // The choice is in the browser's memory: the server cannot know it.
  const isBrowser = useIsHydrated();
  return (
    <SegmentedControl
      label={t('theme')}
      value={isBrowser ? (THEMES.find((one) => one === theme) ?? 'system') : null}
      options={THEMES.map((value) => {
        const Icon = ICON[value];
        return {
          value,
          label: t(`themeName.${value}`),
          icon: <Icon className="size-3.5" aria-hidden="true" />,
        };
      })}
      onChange={setTheme}
      className="flex"
    />
  );
}
