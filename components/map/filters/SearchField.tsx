'use client';

import { Search, X } from 'lucide-react';
import type { RefObject } from 'react';
import { useTranslations } from 'use-intl';
import { Kbd } from '@/components/ui/Kbd';

/** Search over name, code and district. Escape empties it. */
export function SearchField({
  input,
  value,
  onChange,
  onFocus,
  onLeave,
}: {
  /** The box itself, for a key that leads there. */
  input: RefObject<HTMLInputElement | null>;
  value: string;
  onChange(value: string): void;
  onFocus(): void;
  /** The arrow down: on to what was found. */
  onLeave(): void;
}) {
  const t = useTranslations('map.filters');
  return (
    <div className="relative">
      <Search
        size={16}
        aria-hidden
        className="pointer-events-none absolute top-1/2 left-3 -translate-y-1/2 text-ink-muted"
      />
      <input
        ref={input}
        type="search"
        aria-label={t('search')}
        placeholder={t('searchHint')}
        value={value}
        autoComplete="off"
        spellCheck={false}
        onFocus={onFocus}
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onLeave();
          }
          if (event.key !== 'Escape' || value === '') return;
          event.stopPropagation();
          onChange('');
        }}
        className="h-11 w-full appearance-none [&::-webkit-search-cancel-button]:hidden rounded-md border border-line-strong bg-raised pr-11 pl-9 text-base placeholder:text-ink-faint md:h-9 md:text-sm pointer-coarse:h-11"
      />
      {value === '' ? (
        <span
          aria-hidden
          className="pointer-events-none absolute top-1/2 right-2 -translate-y-1/2 pointer-coarse:hidden"
        >
          <Kbd>/</Kbd>
        </span>
      ) : (
        <button
          type="button"
          aria-label={t('clearSearch')}
          onClick={() => onChange('')}
          className="absolute top-1/2 right-0 grid size-11 -translate-y-1/2 place-items-center rounded-md text-ink-muted hover:text-ink md:size-9"
        >
          <X size={16} aria-hidden />
        </button>
      )}
    </div>
  );
}
