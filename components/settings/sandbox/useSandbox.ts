'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { readSandboxLines } from './readSandboxLines';
import { afterLine, isUnderWay, noRun, type SandboxRequest, type SandboxRun } from './sandboxRun';

/** Replays of the past, one at a time, each until it ends or is cancelled. */
export function useSandbox(): SandboxRun & {
  start(request: SandboxRequest): void;
  cancel(): void;
} {
  const [run, setRun] = useState<SandboxRun>(noRun);
  const abort = useRef<AbortController>(undefined);
  useEffect(() => () => abort.current?.abort(), []);

  const start = useCallback((request: SandboxRequest) => {
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    const fail = () => {
      if (!controller.signal.aborted)
        setRun((before) => ({ ...before, status: { kind: 'failed' } }));
    };
    setRun((before) => ({ ...before, status: { kind: 'running', share: 0 } }));
    replay(JSON.stringify(request), controller.signal, setRun).catch(fail);
  }, []);

  const cancel = useCallback(() => {
    abort.current?.abort();
    setRun((before) => ({ ...before, status: { kind: 'cancelled' } }));
  }, []);
  return { ...run, start, cancel };
}

async function replay(
  body: string,
  signal: AbortSignal,
  setRun: (next: (before: SandboxRun) => SandboxRun) => void,
): Promise<void> {
  const response = await fetch('/api/settings/sandbox', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body,
    signal,
  });
  if (!response.ok || !response.body) throw new Error(`sandbox: ${response.status}`);
  for await (const line of readSandboxLines(response.body)) {
    if (signal.aborted) return;
    setRun((before) => afterLine(before, line, body));
  }
  // A server that ends without an answer has died on the way.
  setRun((before) =>
    isUnderWay(before.status) ? { ...before, status: { kind: 'failed' } } : before,
  );
}
