'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { CopyField } from '@/components/ui/CopyField';
import { Dialog } from '@/components/ui/Dialog';
import type { ApiScope } from '@/lib/auth/apiScopes';
import type { OwnActions } from '@/lib/auth/ownActions';
import { NewTokenForm } from './NewTokenForm';

/** What a token is for and may do; then the token, this once. */
export function NewTokenDialog({
  isOpen,
  onClose,
  scopes,
  addToken,
}: {
  isOpen: boolean;
  onClose: () => void;
  scopes: readonly ApiScope[];
  addToken: OwnActions['addToken'];
}) {
  const t = useTranslations('me.tokens');
  const tUi = useTranslations('ui');
  const [token, setToken] = useState<string | null>(null);
  function close() {
    setToken(null);
    onClose();
  }
  return (
    <Dialog isOpen={isOpen} onClose={close} title={t('new')} closeLabel={tUi('close')}>
      {token === null ? (
        <NewTokenForm scopes={scopes} addToken={addToken} onCreated={setToken} />
      ) : (
        <div className="flex flex-col gap-4">
          <p role="status" className="text-sm">
            {t('done')}
          </p>
          <CopyField label={t('tokenLabel')} value={token} />
        </div>
      )}
    </Dialog>
  );
}
