'use client';

import { useTranslations } from 'use-intl/react';
import { AUDIT_ACTIONS } from '@/lib/audit/auditActions';

/** What can be filtered by, in the order of the log's own list. */
export const auditActionChoices = AUDIT_ACTIONS;

/** Says what was done; an action without words (a later version's) is shown as it is. */
export function useActionWords(): (action: string) => string {
  const t = useTranslations('audit.action');
  return (action) => {
    const key = action as Parameters<typeof t>[0];
    return t.has(key) ? t(key) : action;
  };
}
