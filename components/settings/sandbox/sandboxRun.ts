import type { AskedPeriod } from '@/lib/pipeline/sandbox/askedPeriod';
import type { SandboxLine } from '@/lib/pipeline/sandbox/sandboxLines';
import type { NothingToReplay } from '@/lib/pipeline/sandbox/sandboxPeriod';
import type { SandboxResult } from '@/lib/pipeline/sandbox/sandboxResult';
import type { SettingsDraft } from '@/lib/settings/settingsDraft';

/** What is asked of the server. */
export interface SandboxRequest {
  draft: SettingsDraft;
  period: AskedPeriod;
  lastingMin: number;
}

/** How the last replay stands. */
export type SandboxStatus =
  | { kind: 'idle' }
  | { kind: 'waiting' }
  /** Which part of the period was read, 0..1. */
  | { kind: 'running'; share: number }
  | { kind: 'cancelled' }
  | { kind: 'nothing'; reason: NothingToReplay }
  | { kind: 'failed' }
  | { kind: 'done' };

export interface SandboxRun {
  status: SandboxStatus;
  /** The last result; it stays in sight while another one is made. */
  result: SandboxResult | null;
  /** What it answers, as JSON. */
  answers: string | null;
}

export const noRun: SandboxRun = { status: { kind: 'idle' }, result: null, answers: null };

export function isUnderWay({ kind }: SandboxStatus): boolean {
  return kind === 'waiting' || kind === 'running';
}

/** A run after one more line of the server's answer. @param request as JSON */
export function afterLine(run: SandboxRun, line: SandboxLine, request: string): SandboxRun {
  switch (line.kind) {
    case 'waiting':
      return { ...run, status: { kind: 'waiting' } };
    case 'progress':
      return { ...run, status: { kind: 'running', share: line.share } };
    case 'result':
      return { status: { kind: 'done' }, result: line.result, answers: request };
    case 'nothing':
      return { status: { kind: 'nothing', reason: line.reason }, result: null, answers: null };
    case 'failed':
      return { ...run, status: { kind: 'failed' } };
  }
}
