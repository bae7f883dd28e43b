import type { ReactNode } from 'react';
import { LanguageSwitch } from '@/components/shell/LanguageSwitch';
import { SimulatedBanner } from '@/components/shell/SimulatedBanner';
import { Wordmark } from '@/components/shell/Wordmark';
import type { Locale } from '@/lib/i18n/locale';
import type { Simulation } from '@/lib/stations/station';
import { CityDrawing } from './CityDrawing';

/**
 * What every page for the not yet signed-in looks like: the name, the language, one thing to do,
 * and on a desk the drawn city beside it.
 */
export function PublicFrame({
  simulation,
  chooseLocale,
  title,
  lead,
  children,
}: {
  simulation: Simulation;
  chooseLocale: (locale: Locale) => Promise<void>;
  title: string;
  lead: string;
  children: ReactNode;
}) {
  return (
    <div className="flex min-h-dvh flex-col">
      <SimulatedBanner simulation={simulation} />
      <div className="grid min-h-0 flex-1 lg:grid-cols-[minmax(420px,5fr)_6fr]">
        <main className="flex flex-col bg-raised px-6 py-6 sm:px-10">
          <header className="flex items-center justify-between">
            <Wordmark />
            <LanguageSwitch choose={chooseLocale} />
          </header>
          <div className="m-auto flex w-full max-w-90 flex-col gap-8 py-10">
            <div>
              <h1 className="font-semibold text-xl tracking-tight">{title}</h1>
              <p className="mt-2 text-base text-ink-muted">{lead}</p>
            </div>
            {children}
          </div>
        </main>
        <aside className="relative hidden overflow-hidden border-line border-l bg-paper lg:block">
          <div className="absolute inset-0">
            <CityDrawing />
          </div>
        </aside>
      </div>
    </div>
  );
}
