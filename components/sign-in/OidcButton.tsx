'use client';

import { LogIn } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/Button';
import { useIsHydrated } from '@/components/ui/useIsHydrated';
import { type OidcAnswer, requestOidc } from './requestOidc';

/**
 * Leads to the company's own sign-in and back.
 *
 * @param label what it says, with the name of the provider
 * @param callbackUrl where to go then: a path of this site
 * @param onFailure when it could not even be started; null: another try begins
 */
export function OidcButton({
  label,
  callbackUrl,
  onFailure,
}: {
  label: string;
  callbackUrl: string;
  onFailure: (answer: Exclude<OidcAnswer, { kind: 'away' }> | null) => void;
}) {
  const [isPending, setPending] = useState(false);
  const isHydrated = useIsHydrated();

  async function start() {
    setPending(true);
    onFailure(null);
    const answer = await requestOidc(callbackUrl);
    if (answer.kind === 'away') return window.location.assign(answer.url);
    setPending(false);
    onFailure(answer);
  }

  return (
    <Button
      size="large"
      className="w-full"
      icon={<LogIn className="size-4" aria-hidden="true" />}
      isPending={isPending}
      disabled={!isHydrated}
      onClick={start}
    >
      <span className="truncate">{label}</span>
    </Button>
  );
}
