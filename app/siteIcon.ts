import type { Metadata } from 'next';
import type { Simulation } from '@/lib/stations/station';

/** The icon of the tab: striped where the city is not the real one. */
export function siteIcon(simulation: Simulation): Metadata['icons'] {
  const url = simulation === null ? '/icon.svg' : '/icon-simulated.svg';
  return { icon: [{ url, type: 'image/svg+xml' }], apple: '/icons/apple.png' };
}
