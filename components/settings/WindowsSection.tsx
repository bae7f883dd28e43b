'use client';

import { Clock, Plus } from 'lucide-react';
import type { Dispatch } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { SettingsSection } from './SettingsSection';
import type { SettingsFormEvent, SettingsFormState } from './settingsFormState';
import { WindowCard } from './WindowCard';

const WORKDAYS = [1, 2, 3, 4, 5];

/** The named times of the week. */
export function WindowsSection({
  state,
  inForceId,
  dispatch,
}: {
  state: SettingsFormState;
  /** The saved window in force now; null outside of all. */
  inForceId: string | null;
  dispatch: Dispatch<SettingsFormEvent>;
}) {
  const t = useTranslations('settings');
  const { windows } = state.draft;
  const add = () => {
    const window = { windowId: newId(), name: '', days: WORKDAYS, from: '07:00', to: '10:00' };
    dispatch({ kind: 'windowAdded', window });
  };
  return (
    <SettingsSection
      title={t('window.title')}
      meaning={t('window.meaning')}
      aside={
        <Button icon={<Plus className="size-4" aria-hidden="true" />} onClick={add}>
          {t('window.add')}
        </Button>
      }
    >
      {windows.length === 0 ? (
        <EmptyState
          icon={<Clock className="size-5" aria-hidden="true" />}
          title={t('window.empty')}
        />
      ) : (
        <ul className="divide-y divide-line">
          {windows.map((window) => (
            <li key={window.windowId}>
              <WindowCard
                window={window}
                isInForce={window.windowId === inForceId}
                isNew={!state.base.draft.windows.some((w) => w.windowId === window.windowId)}
                errors={state.errors.fields}
                onChange={(changed) => dispatch({ kind: 'windowChanged', window: changed })}
                onRemove={() => dispatch({ kind: 'windowRemoved', windowId: window.windowId })}
              />
            </li>
          ))}
        </ul>
      )}
    </SettingsSection>
  );
}

/** Random, so that two admins' new windows are two windows; works without a secure context. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(6));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
