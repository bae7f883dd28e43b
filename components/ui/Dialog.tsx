'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { IconButton } from './IconButton';
import { joinClasses } from './joinClasses';

interface DialogProps {
  isOpen: boolean;
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  children: ReactNode;
  /** centre: a window; bottom: a sheet for thumbs; right: a drawer. */
  placement?: 'centre' | 'bottom' | 'right';
}

const PLACEMENT = {
  centre: 'm-auto w-[min(480px,calc(100vw-32px))] rounded-lg max-h-[85dvh]',
  bottom: 'mt-auto mx-0 mb-0 w-full max-w-none rounded-t-lg max-h-[85dvh]',
  right: 'my-0 mr-0 ml-auto h-dvh max-h-none w-[min(420px,100vw)]',
} as const;

/**
 * A question or a form on top of the page. The platform's modal dialog: it holds the focus, makes
 * the rest inert, closes on Escape and gives the focus back. What has `data-autofocus` gets the
 * focus first.
 */
export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, closeLabel, children, placement = 'centre' } = props;
  const dialog = useRef<HTMLDialogElement>(null);
  const titleId = useId();

  useEffect(() => {
    if (isOpen && !dialog.current?.open) {
      dialog.current?.showModal();
      // React writes no autofocus attribute, and focuses before there is something to see.
      dialog.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
    }
    if (!isOpen && dialog.current?.open) dialog.current.close();
  }, [isOpen]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is on the backdrop; Escape is the key
    <dialog
      ref={dialog}
      aria-labelledby={titleId}
      onClose={onClose}
      onClick={(event) => event.target === dialog.current && onClose()}
      className={joinClasses(
        'animate-rise border border-line bg-raised text-ink shadow-overlay',
        'backdrop:bg-[rgb(10_12_15/0.45)]',
        PLACEMENT[placement],
      )}
    >
      {isOpen && (
        <>
          <header className="sticky top-0 z-10 flex items-center justify-between gap-4 border-line border-b bg-raised py-2 pr-2 pl-4">
            <h2 id={titleId} className="font-semibold text-base">
              {title}
            </h2>
            <IconButton label={closeLabel} onClick={onClose}>
              <X className="size-4" aria-hidden="true" />
            </IconButton>
          </header>
          <div className="p-4">{children}</div>
        </>
      )}
    </dialog>
  );
}
