import { Banner } from '@/components/ui/Banner';
import { getTranslator } from '@/lib/i18n/translator';
import type { Simulation } from '@/lib/stations/station';

/** Says that the city is not the real one, on pages that have no banners of their own. */
export async function SimulatedBanner({ simulation }: { simulation: Simulation }) {
  if (simulation === null) return null;
  const t = await getTranslator('shell');
  return (
    <Banner kind="simulated" title={t(`simulated.${simulation}`)}>
      {t(simulation === 'replay' ? 'simulated.explainReplay' : 'simulated.explain')}
    </Banner>
  );
}
