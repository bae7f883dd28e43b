import { CircleAlert } from 'lucide-react';
import { useTranslations } from 'use-intl/react';
import type { SignInAnswer } from './requestSignIn';

/** Why nobody was signed in, above the form; read out at once. */
export function SignInFailure({ answer }: { answer: SignInAnswer | null }) {
  const t = useTranslations('signIn.error');
  const tOidc = useTranslations('signIn.oidc.error');
  if (!answer || answer.kind === 'signedIn') return null;
  const words = {
    refused: () => t('credentials'),
    tooMany: () => t('tooMany', { minutes: answer.kind === 'tooMany' ? answer.waitMin : 1 }),
    unavailable: () => t('unavailable'),
    connection: () => t('connection'),
    oidc: () => tOidc(answer.kind === 'oidc' ? answer.reason : 'unproven'),
  }[answer.kind]();
  return (
    <p
      role="alert"
      className="flex animate-appear gap-2 rounded-sm border border-danger-line bg-danger-wash px-3 py-2 text-danger text-sm"
    >
      <CircleAlert className="mt-0.5 size-4 shrink-0" aria-hidden="true" />
      {words}
    </p>
  );
}
