'use client';

import { Eye, EyeOff } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/IconButton';
import { TextField } from '@/components/ui/TextField';

/**
 * A password that can be shown: typing it blind on a phone helps nobody. Needs the messages of
 * `signIn`.
 *
 * @param isNew a password that is being chosen: browsers offer to make one up and keep it
 */
export function PasswordField({
  label,
  name = 'password',
  isNew = false,
  hint,
  error,
}: {
  label?: string;
  name?: string;
  isNew?: boolean;
  hint?: ReactNode;
  error?: string;
}) {
  const t = useTranslations('signIn');
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <TextField
      label={label ?? t('password')}
      name={name}
      type={isShown ? 'text' : 'password'}
      autoComplete={isNew ? 'new-password' : 'current-password'}
      autoCapitalize="none"
      spellCheck={false}
      hint={hint}
      error={error}
      end={
        <IconButton
          label={t(isShown ? 'hidePassword' : 'showPassword')}
          onClick={() => setShown(!isShown)}
        >
          <Icon className="size-4" aria-hidden="true" />
        </IconButton>
      }
    />
  );
}
