'use client';

import { useTranslations } from 'use-intl';
import { Dialog } from '@/components/ui/Dialog';
import { Kbd } from '@/components/ui/Kbd';
import { Switch } from '@/components/ui/Switch';
import { turnSingleKeys, useSingleKeys } from './singleKeys';

type Doing =
  | ('search' | 'help' | 'escape' | 'move' | 'ends' | 'page' | 'enter' | 'choose')
  | ('extend' | 'all' | 'pan' | 'zoom')
  | ('time' | 'play' | 'minutes' | 'hours' | 'now');

/** Keys that are written as they look; the others have a name in each language. */
const SIGNS = { Up: '↑', Down: '↓', Left: '←', Right: '→' } as const;
const NAMED = [
  'Space',
  'Enter',
  'Home',
  'End',
  'PageDown',
  'PageUp',
  'Escape',
  'Shift',
  'Control',
] as const;

const GROUPS: readonly {
  where: 'anywhere' | 'inList' | 'onMap' | 'inTime';
  keys: readonly { doing: Doing; keys: readonly string[] }[];
}[] = [
  {
    where: 'anywhere',
    keys: [
      { doing: 'search', keys: ['/'] },
      { doing: 'help', keys: ['?'] },
      { doing: 'time', keys: ['T'] },
      { doing: 'escape', keys: ['Escape'] },
    ],
  },
  {
    where: 'inList',
    keys: [
      { doing: 'move', keys: ['Down', 'Up'] },
      { doing: 'ends', keys: ['Home', 'End'] },
      { doing: 'page', keys: ['PageDown', 'PageUp'] },
      { doing: 'enter', keys: ['Enter'] },
      { doing: 'choose', keys: ['Space'] },
      { doing: 'extend', keys: ['Shift', 'Down'] },
      { doing: 'all', keys: ['Control', 'A'] },
    ],
  },
  {
    where: 'onMap',
    keys: [
      { doing: 'pan', keys: ['Left', 'Right', 'Up', 'Down'] },
      { doing: 'zoom', keys: ['+', '−'] },
    ],
  },
  {
    where: 'inTime',
    keys: [
      { doing: 'play', keys: ['K'] },
      { doing: 'minutes', keys: ['J', 'L'] },
      { doing: 'hours', keys: ['Shift', 'J', 'L'] },
      { doing: 'now', keys: ['N'] },
    ],
  },
];

/** The keys of the map page, and the switch for those that could be pressed by accident. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const t = useTranslations('map.keys');
  const areOn = useSingleKeys();
  const words = (key: string) => {
    const named = NAMED.find((name) => name === key);
    return named ? t(`key.${named}`) : (SIGNS[key as keyof typeof SIGNS] ?? key);
  };
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('open')} closeLabel={t('close')}>
      <div className="flex flex-col gap-5">
        {GROUPS.map(({ where, keys }) => (
          <section key={where} aria-labelledby={`keys-${where}`}>
            <h3 id={`keys-${where}`} className="mb-2 font-medium text-ink-muted text-xs">
              {t(where)}
            </h3>
            <dl className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-2">
              {keys.map(({ doing, keys: pressed }) => (
                <div key={doing} className="contents">
                  <dt>{t(doing)}</dt>
                  <dd className="flex justify-end gap-1">
                    {pressed.map((key) => (
                      <Kbd key={key}>{words(key)}</Kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <Switch checked={areOn} onChange={(event) => turnSingleKeys(event.target.checked)}>
          {t('single')}
        </Switch>
      </div>
    </Dialog>
  );
}
