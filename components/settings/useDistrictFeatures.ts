'use client';

import { useEffect, useState } from 'react';
import type { DistrictFeatures } from './cityOutline';

/** One fetch a level for all maps of the page. */
const fetched = new Map<number, Promise<DistrictFeatures>>();

/**
 * The outlines of the districts of some levels, once they are here. Without them maps are plainer,
 * nothing else: lists say the same in words.
 */
export function useDistrictFeatures(levels: readonly number[]): DistrictFeatures[] {
  const [features, setFeatures] = useState<DistrictFeatures[]>([]);
  const wanted = levels.join();
  useEffect(() => {
    let isWanted = true;
    const numbers = wanted === '' ? [] : wanted.split(',').map(Number);
    Promise.all(numbers.map(fetchLevel)).then(
      (all) => isWanted && setFeatures(all),
      (error: unknown) => console.warn('districts could not be fetched', error),
    );
    return () => {
      isWanted = false;
    };
  }, [wanted]);
  return features;
}

function fetchLevel(level: number): Promise<DistrictFeatures> {
  const known = fetched.get(level);
  if (known) return known;
  const asked = fetch(`/api/map/districts?level=${level}`).then(async (response) => {
    if (!response.ok) throw new Error(`districts: ${response.status}`);
    return (await response.json()) as DistrictFeatures;
  });
  fetched.set(level, asked);
  // What failed is asked again by the next map.
  asked.catch(() => fetched.delete(level));
  return asked;
}
