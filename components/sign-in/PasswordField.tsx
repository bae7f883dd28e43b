'use client';

import { Eye, EyeOff } from 'lucide-react';
import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { IconButton } from '@/components/ui/IconButton';
import { TextField } from '@/components/ui/TextField';

/** A password that can be shown: typing it blind on a phone helps nobody. */
export function PasswordField({ error }: { error?: string }) {
  const t = useTranslations('signIn');
  const [isShown, setShown] = useState(false);
  const Icon = isShown ? EyeOff : Eye;
  return (
    <TextField
      label={t('password')}
      name="password"
      type={isShown ? 'text' : 'password'}
      autoComplete="current-password"
      autoCapitalize="none"
      spellCheck={false}
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
