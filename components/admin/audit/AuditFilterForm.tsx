'use client';

import Form from 'next/form';
import Link from 'next/link';
import { useTranslations } from 'use-intl/react';
import { Banner } from '@/components/ui/Banner';
import { Button, buttonClasses } from '@/components/ui/Button';
import { Select } from '@/components/ui/Select';
import { TextField } from '@/components/ui/TextField';
import { NOBODY } from '@/lib/audit/auditActions';
import type { AuditFilter } from '@/lib/audit/auditFilter';
import { auditActionChoices, useActionWords } from './useActionWords';

/** Who, what, when and any text; the address keeps it, so that a link shows the same. */
export function AuditFilterForm({
  filter,
  actors,
  isUnderstood,
}: {
  filter: AuditFilter;
  actors: readonly { id: string; name: string }[];
  /** Whether the address made sense. */
  isUnderstood: boolean;
}) {
  const t = useTranslations('audit');
  const actionWords = useActionWords();
  const isFiltered = Object.values(filter).some(Boolean);
  return (
    <section aria-label={t('filter')} className="flex flex-col gap-3">
      {!isUnderstood && (
        <Banner kind="stale" title={t('notUnderstood')} className="rounded-md border">
          {t('notUnderstoodExplain')}
        </Banner>
      )}
      <Form
        action="/admin/audit"
        className="grid grid-cols-2 items-end gap-3 max-lg:*:nth-[n+5]:col-span-2 lg:grid-cols-[1.2fr_1.2fr_1fr_1fr_1.4fr_auto]"
      >
        <Select
          name="who"
          label={t('who')}
          defaultValue={filter.who ?? ''}
          options={[
            { value: '', label: t('everybody') },
            ...actors.map(({ id, name }) => ({ value: id, label: name })),
            { value: NOBODY, label: t('nobody') },
          ]}
        />
        <Select
          name="action"
          label={t('what')}
          defaultValue={filter.action ?? ''}
          options={[
            { value: '', label: t('everything') },
            ...auditActionChoices.map((action) => ({ value: action, label: actionWords(action) })),
          ]}
        />
        <TextField name="from" type="date" label={t('from')} defaultValue={filter.from ?? ''} />
        <TextField name="to" type="date" label={t('to')} defaultValue={filter.to ?? ''} />
        <TextField
          name="q"
          type="search"
          label={t('text')}
          placeholder={t('textExample')}
          maxLength={200}
          defaultValue={filter.q ?? ''}
        />
        <div className="flex gap-2">
          <Button type="submit" kind="primary">
            {t('apply')}
          </Button>
          {(isFiltered || !isUnderstood) && (
            <Link href="/admin/audit" className={buttonClasses('quiet')}>
              {t('reset')}
            </Link>
          )}
        </div>
      </Form>
    </section>
  );
}
