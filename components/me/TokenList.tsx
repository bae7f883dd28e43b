'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import type { TokenShown } from './tokenShown';

/** The tokens that open something, each with the button that ends it. */
export function TokenList({
  tokens,
  now,
  isPending,
  onRevoke,
}: {
  tokens: readonly TokenShown[];
  now: Date;
  isPending: boolean;
  onRevoke: (token: TokenShown) => void;
}) {
  const t = useTranslations('me.tokens');
  return (
    <ul aria-label={t('title')} className="divide-y divide-line">
      {tokens.map((token) => (
        <li
          key={token.id}
          className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-5 py-3"
        >
          <TokenWords token={token} now={now} />
          <Button
            size="small"
            kind="danger"
            isPending={isPending}
            aria-label={t('revokeOf', { name: token.name })}
            onClick={() => onRevoke(token)}
          >
            {t('revoke')}
          </Button>
        </li>
      ))}
    </ul>
  );
}

function TokenWords({ token, now }: { token: TokenShown; now: Date }) {
  const t = useTranslations('me.tokens');
  const format = useFormatter();
  const { name, prefix, scopes, expiresAt, lastUsedAt } = token;
  const until = expiresAt ? format.dateTime(expiresAt, { dateStyle: 'medium' }) : null;
  const used = lastUsedAt ? format.relativeTime(lastUsedAt, now) : t('never');
  return (
    <span className="min-w-0 text-sm">
      <span className="block break-words font-medium">{name}</span>
      <span className="tabular block text-ink-muted">
        {t('begins')} <code className="font-mono text-xs">{prefix}…</code>
        {' · '}
        <code className="font-mono text-xs">{scopes.join(', ')}</code>
      </span>
      <span className="tabular block text-ink-muted">
        {until ? `${t('expiresAt')} ${until}` : `${t('expires')} ${t('forever')}`}
        {' · '}
        {`${t('lastUsed')} ${used}`}
      </span>
    </span>
  );
}
