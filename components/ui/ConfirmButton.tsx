'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from './Button';

/**
 * A button for what cannot be taken back: it asks once more, in its own place. The way back has
 * the focus, so that a second press of the same key does no harm.
 *
 * @param question asked before it is done
 */
export function ConfirmButton({
  label,
  question,
  yes,
  no,
  isPending,
  onConfirm,
}: {
  label: string;
  question: string;
  yes: string;
  no: string;
  isPending?: boolean;
  onConfirm: () => void;
}) {
  const [isAsking, setAsking] = useState(false);
  const group = useRef<HTMLFieldSetElement>(null);
  const opener = useRef<HTMLDivElement>(null);
  const wasAsking = useRef(false);

  useEffect(() => {
    if (isAsking) group.current?.querySelector<HTMLElement>('button:last-of-type')?.focus();
    else if (wasAsking.current) opener.current?.querySelector('button')?.focus();
    wasAsking.current = isAsking;
  }, [isAsking]);

  if (!isAsking) {
    return (
      <div ref={opener}>
        <Button kind="danger" isPending={isPending} onClick={() => setAsking(true)}>
          {label}
        </Button>
      </div>
    );
  }
  return (
    <fieldset ref={group} className="flex flex-wrap items-center gap-2">
      <legend className="mb-2 font-medium text-sm">{question}</legend>
      <Button
        kind="danger"
        onClick={() => {
          setAsking(false);
          onConfirm();
        }}
      >
        {yes}
      </Button>
      <Button onClick={() => setAsking(false)}>{no}</Button>
    </fieldset>
  );
}
