'use client';

import { useTranslations } from 'use-intl/react';

/** What a job is called and what it does; one without words keeps its technical name. */
export function useJobWords(job: string): { title: string; what: string | null } {
  const t = useTranslations('feeds.job');
  const title = `${job}.title` as Parameters<typeof t>[0];
  const what = `${job}.what` as Parameters<typeof t>[0];
  return t.has(title) ? { title: t(title), what: t(what) } : { title: job, what: null };
}
