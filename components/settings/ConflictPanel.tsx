'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '@/components/ui/Button';
import { Cell, HeadCell, Table } from '@/components/ui/Table';
import type { SettingField, SettingName } from '@/lib/settings/settingFields';
import type { SettingsFormState } from './settingsFormState';
import { useUnit } from './useUnit';

/** Somebody saved in between: their values beside those typed here, to choose from. */
export function ConflictPanel({
  version,
  fields,
  state,
  onTakeTheirs,
}: {
  version: number;
  /** The settings in which the two differ. */
  fields: readonly SettingField[];
  state: SettingsFormState;
  onTakeTheirs: (name: SettingName) => void;
}) {
  const t = useTranslations('settings');
  const unitOf = useUnit();
  return (
    <section
      aria-label={t('conflict.title', { version })}
      className="animate-appear rounded-lg border border-warning-line bg-warning-wash"
    >
      <div className="px-5 py-4">
        <h2 className="font-semibold text-base text-warning">{t('conflict.title', { version })}</h2>
        <p className="mt-1 text-sm">
          {fields.length > 0 ? t('conflict.explain') : t('conflict.same')}
        </p>
      </div>
      {fields.length > 0 && (
        <div className="overflow-x-auto rounded-b-lg border-warning-line border-t bg-raised">
          <Table>
            <thead>
              <tr>
                <HeadCell>{t('conflict.setting')}</HeadCell>
                <HeadCell isNumber>{t('conflict.theirs')}</HeadCell>
                <HeadCell isNumber>{t('conflict.yours')}</HeadCell>
                <HeadCell />
              </tr>
            </thead>
            <tbody>
              {fields.map(({ name, unit }) => (
                <tr key={name}>
                  <Cell>{t(`field.${name}.label`)}</Cell>
                  <Cell
                    isNumber
                  >{`${state.base.values[name]} ${unitOf(unit, state.base.values[name])}`}</Cell>
                  <Cell
                    isNumber
                  >{`${state.values[name]} ${unitOf(unit, state.values[name])}`}</Cell>
                  <Cell className="text-right">
                    <Button size="small" onClick={() => onTakeTheirs(name)}>
                      {t('conflict.takeTheirs')}
                    </Button>
                  </Cell>
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      )}
    </section>
  );
}
