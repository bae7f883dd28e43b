'use client';

import { type FormEvent, useRef, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { TextField } from '@/components/ui/TextField';
import { useIsHydrated } from '@/components/ui/useIsHydrated';
import { normaliseEmail } from '@/lib/auth/email';
import type { SignInError } from '@/lib/auth/signInError';
import { OidcButton } from './OidcButton';
import { PasswordField } from './PasswordField';
import { requestSignIn, type SignInAnswer } from './requestSignIn';
import { SignInFailure } from './SignInFailure';

interface FieldErrors {
  email?: 'emailMissing' | 'emailInvalid';
  password?: 'passwordMissing';
}

/**
 * E-mail and password. Says what is wrong in words, and never whether an account exists.
 *
 * @param callbackUrl where to go then: a path of this site
 * @param initialError what a redirect to this page brought along
 * @param oidcName what the provider of single sign-on is called; null: there is none
 */
export function SignInForm({
  callbackUrl,
  initialError,
  oidcName,
}: {
  callbackUrl: string;
  initialError: SignInError | null;
  oidcName: string | null;
}) {
  const t = useTranslations('signIn');
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<FieldErrors>({});
  const [answer, setAnswer] = useState<SignInAnswer | null>(initialError);
  const [isPending, setPending] = useState(false);

  const isHydrated = useIsHydrated();

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (isPending) return;
    const data = new FormData(event.currentTarget);
    const email = String(data.get('email') ?? '');
    const password = String(data.get('password') ?? '');
    const found = findErrors(email, password);
    setErrors(found);
    setAnswer(null);
    const firstWrong = found.email ? 'email' : found.password ? 'password' : null;
    if (firstWrong) return focusField(form.current, firstWrong);

    setPending(true);
    const given = await requestSignIn(email, password);
    if (given.kind === 'signedIn') return window.location.assign(callbackUrl);
    setPending(false);
    setAnswer(given);
    focusField(form.current, 'password');
  }

  return (
    // The method matters before the script runs: a GET would write the password into the address.
    <form
      ref={form}
      method="post"
      action="/api/auth/callback/credentials"
      onSubmit={submit}
      noValidate
      className="flex flex-col gap-5"
    >
      <SignInFailure answer={answer} />
      {oidcName && (
        <>
          <OidcButton
            label={t('oidc.continue', { name: oidcName })}
            callbackUrl={callbackUrl}
            onFailure={setAnswer}
          />
          <p className="flex items-center gap-3 text-ink-muted text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
            {t('oidc.or')}
          </p>
        </>
      )}
      <TextField
        label={t('email')}
        name="email"
        type="email"
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        autoFocus
        error={errors.email && t(`error.${errors.email}`)}
      />
      <PasswordField error={errors.password && t(`error.${errors.password}`)} />
      <Button
        type="submit"
        kind="primary"
        size="large"
        isPending={isPending}
        disabled={!isHydrated}
      >
        {isPending ? t('submitting') : t('submit')}
      </Button>
    </form>
  );
}

function findErrors(email: string, password: string): FieldErrors {
  const errors: FieldErrors = {};
  if (email.trim() === '') errors.email = 'emailMissing';
  else if (normaliseEmail(email) === null) errors.email = 'emailInvalid';
  if (password === '') errors.password = 'passwordMissing';
  return errors;
}

function focusField(form: HTMLFormElement | null, name: 'email' | 'password') {
  const field = form?.elements.namedItem(name);
  if (!(field instanceof HTMLInputElement)) return;
  field.focus();
  if (name === 'password') field.select();
}
