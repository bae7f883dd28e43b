'use client';

import { KeyRound, Plus } from 'lucide-react';
import Link from 'next/link';
import { useState, useTransition } from 'react';
import { useTranslations } from 'use-intl/react';
import { SettingsSection } from '@/components/settings/SettingsSection';
import { Button } from '@/components/ui/Button';
import { EmptyState } from '@/components/ui/EmptyState';
import { Note } from '@/components/ui/Note';
import type { ApiScope } from '@/lib/auth/apiScopes';
import type { OwnActions } from '@/lib/auth/ownActions';
import { NewTokenDialog } from './NewTokenDialog';
import { TokenList } from './TokenList';
import type { TokenShown } from './tokenShown';

interface TokensSectionProps {
  tokens: readonly TokenShown[];
  /** Every scope there is. */
  scopes: readonly ApiScope[];
  now: Date;
  addToken: OwnActions['addToken'];
  revokeToken: OwnActions['revokeToken'];
}

/** The tokens of this person's programs. */
export function TokensSection({ tokens, scopes, now, addToken, revokeToken }: TokensSectionProps) {
  const t = useTranslations('me');
  const [isMaking, setMaking] = useState(false);
  const [said, setSaid] = useState<{ isGood: boolean; words: string } | null>(null);
  const [isPending, startTransition] = useTransition();

  function revoke({ id, name }: TokenShown) {
    startTransition(async () => {
      const answer = await revokeToken(id).catch(() => ({ kind: 'failed' }) as const);
      const isGood = answer.kind === 'revoked';
      setSaid({
        isGood,
        words: isGood ? t('tokens.revoked', { name }) : t(`answer.${answer.kind}`),
      });
    });
  }

  return (
    <SettingsSection
      title={t('tokens.title')}
      meaning={
        <>
          {t('tokens.meaning')}{' '}
          <Link
            href="/api-docs"
            className="underline decoration-line-strong underline-offset-2 hover:decoration-ink pointer-coarse:inline-flex pointer-coarse:min-h-11 pointer-coarse:items-center"
          >
            {t('tokens.reference')}
          </Link>
        </>
      }
      aside={
        <Button
          icon={<Plus className="size-4" aria-hidden="true" />}
          onClick={() => {
            setSaid(null);
            setMaking(true);
          }}
        >
          {t('tokens.new')}
        </Button>
      }
    >
      {said && (
        <div className="px-5 pt-4">
          <Note isGood={said.isGood}>{said.words}</Note>
        </div>
      )}
      {tokens.length === 0 ? (
        <EmptyState
          icon={<KeyRound className="size-5" aria-hidden="true" />}
          title={t('tokens.empty')}
        />
      ) : (
        <TokenList tokens={tokens} now={now} isPending={isPending} onRevoke={revoke} />
      )}
      <NewTokenDialog
        isOpen={isMaking}
        onClose={() => setMaking(false)}
        scopes={scopes}
        addToken={addToken}
      />
    </SettingsSection>
  );
}
