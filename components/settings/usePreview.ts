'use client';

import { useCallback, useEffect, useState } from 'react';
import type { SettingsPreview } from '@/lib/pipeline/previewSettings';
import type { SettingsDraft } from '@/lib/settings/settingsDraft';

const WAIT_MS = 300;

/** What is known of a draft's effect. The last preview stays in sight while a newer one is made. */
export interface PreviewState {
  preview: SettingsPreview | null;
  isAsking: boolean;
  hasFailed: boolean;
}

/**
 * Asks the server what a draft would make of the present snapshot, once typing pauses.
 *
 * @param draft null: nothing to ask, because nothing differs or something is wrong
 * @param moment `now`, `none`, or a window's id
 */
export function usePreview(
  draft: SettingsDraft | null,
  moment: string,
): PreviewState & { askAgain(): void } {
  const [state, setState] = useState<PreviewState>({
    preview: null,
    isAsking: false,
    hasFailed: false,
  });
  const [attempt, setAttempt] = useState(0);
  const body = draft && JSON.stringify({ draft, moment });

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks the same again
  useEffect(() => {
    if (body === null) return;
    const abort = new AbortController();
    setState((shown) => ({ ...shown, isAsking: true }));
    const timer = window.setTimeout(() => {
      askPreview(body, abort.signal).then(
        (preview) => setState({ preview, isAsking: false, hasFailed: false }),
        () => {
          if (abort.signal.aborted) return;
          setState((shown) => ({ ...shown, isAsking: false, hasFailed: true }));
        },
      );
    }, WAIT_MS);
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [body, attempt]);

  const askAgain = useCallback(() => setAttempt((before) => before + 1), []);
  return { ...state, askAgain };
}

async function askPreview(body: string, signal: AbortSignal): Promise<SettingsPreview> {
  const response = await fetch('/api/settings/preview', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    signal,
  });
  if (!response.ok) throw new Error(`preview: ${response.status}`);
  return (await response.json()) as SettingsPreview;
}
