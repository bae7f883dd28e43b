'use client';

import { Check, Copy } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Button } from './Button';
import { CONTROL_CLASSES, FieldFrame, type FieldWords } from './FieldFrame';
import { joinClasses } from './joinClasses';

/** A text to be taken along: selected when it gets the focus, and copied by its button. */
export function CopyField({ value, ...words }: Omit<FieldWords, 'error'> & { value: string }) {
  const t = useTranslations('ui');
  const id = useId();
  const [state, setState] = useState<'rest' | 'copied' | 'failed'>('rest');
  async function copy() {
    // Browsers refuse where the site is not on https, or the page lost the focus.
    const isCopied = await copyText(value);
    setState(isCopied ? 'copied' : 'failed');
  }
  const Icon = state === 'copied' ? Check : Copy;
  return (
    <FieldFrame id={id} {...words}>
      <div className="flex gap-2">
        <input
          id={id}
          readOnly
          value={value}
          onFocus={(event) => event.target.select()}
          className={joinClasses(CONTROL_CLASSES, 'tabular rounded-sm')}
        />
        <Button kind="primary" onClick={copy} icon={<Icon className="size-4" aria-hidden="true" />}>
          {t(state === 'copied' ? 'copied' : 'copy')}
        </Button>
      </div>
      <p role="status" className="text-danger text-sm empty:hidden">
        {state === 'failed' ? t('copyFailed') : null}
      </p>
    </FieldFrame>
  );
}

async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // said in words beside the text
  }
}
