'use client';

import { useFormatter, useTranslations } from 'use-intl/react';
import { initialsOf } from '@/components/shell/initialsOf';
import { Button } from '@/components/ui/Button';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { PersonRow } from '@/lib/auth/personStore';
import { StateMark } from './StateMark';

interface PeopleTableProps {
  people: readonly PersonRow[];
  ownId: string;
  now: Date;
  onManage: (personId: string) => void;
}

/** A phone has room for the person and the button; the rest stands under the name there. */
const DESK_ONLY = 'max-md:hidden';

/** The accounts, one a row. */
export function PeopleTable({ people, ownId, now, onManage }: PeopleTableProps) {
  const t = useTranslations('people.list');
  return (
    <section
      aria-label={t('title')}
      className="overflow-x-auto rounded-lg border border-line bg-raised"
    >
      <Table className="[&_:is(td,th):first-child]:pl-5 [&_:is(td,th):last-child]:pr-5 [&_tbody_tr:last-child_td]:border-b-0 [&_td]:align-middle">
        <thead>
          <tr>
            <HeadCell>{t('person')}</HeadCell>
            <HeadCell className={DESK_ONLY}>{t('role')}</HeadCell>
            <HeadCell className={DESK_ONLY}>{t('state')}</HeadCell>
            <HeadCell className={DESK_ONLY}>{t('lastSeen')}</HeadCell>
            <HeadCell className={DESK_ONLY}>{t('signIn')}</HeadCell>
            <HeadCell>
              <span className="sr-only">{t('manage')}</span>
            </HeadCell>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <PersonLine
              key={person.id}
              person={person}
              isOwn={person.id === ownId}
              now={now}
              onManage={() => onManage(person.id)}
            />
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function PersonLine({
  person,
  isOwn,
  now,
  onManage,
}: {
  person: PersonRow;
  isOwn: boolean;
  now: Date;
  onManage: () => void;
}) {
  const t = useTranslations('people.list');
  const tShell = useTranslations('shell');
  const format = useFormatter();
  const seen = person.lastSeenAt ? format.relativeTime(person.lastSeenAt, now) : t('never');
  const { name, email, role, isDisabled, signInKind } = person;
  return (
    <tr data-disabled={isDisabled || undefined} className="group">
      <Cell className="w-full max-w-0 py-3">
        <span className="flex items-center gap-3">
          <span
            aria-hidden="true"
            className="flex size-8 shrink-0 items-center justify-center rounded-full bg-sunken font-semibold text-[11px] text-ink-muted max-sm:hidden"
          >
            {initialsOf(name)}
          </span>
          <span className="min-w-0">
            <span className="block truncate font-medium group-data-disabled:text-ink-muted">
              {name}
              {isOwn && <span className="font-normal text-ink-muted"> ({t('you')})</span>}
            </span>
            <span className="block truncate text-ink-muted">{email}</span>
            <span className="flex flex-wrap items-center gap-x-2 text-ink-muted text-xs md:hidden">
              {isDisabled && <StateMark isDisabled />}
              {[
                tShell(`role.${role}`),
                person.lastSeenAt ? t('seenAgo', { ago: seen }) : t('neverSeen'),
              ].join(' · ')}
            </span>
          </span>
        </span>
      </Cell>
      <Cell className={`whitespace-nowrap py-3 ${DESK_ONLY}`}>{tShell(`role.${role}`)}</Cell>
      <Cell className={`whitespace-nowrap py-3 ${DESK_ONLY}`}>
        <StateMark isDisabled={isDisabled} />
      </Cell>
      <Cell className={`tabular whitespace-nowrap py-3 ${DESK_ONLY}`}>
        {person.lastSeenAt ? (
          <time
            dateTime={person.lastSeenAt.toISOString()}
            title={format.dateTime(person.lastSeenAt, {
              dateStyle: 'medium',
              timeStyle: 'short',
              hourCycle: 'h23',
            })}
          >
            {seen}
          </time>
        ) : (
          <span className="text-ink-muted">{seen}</span>
        )}
      </Cell>
      <Cell className={`whitespace-nowrap py-3 text-ink-muted ${DESK_ONLY}`}>{t(signInKind)}</Cell>
      <Cell className="py-3 text-right">
        <Button size="small" onClick={onManage} aria-label={t('manageOf', { name })}>
          {t('manage')}
        </Button>
      </Cell>
    </tr>
  );
}
