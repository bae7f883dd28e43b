import { MAX_REASON_LENGTH } from './reasonLength';

export type ReasonProblem = 'reasonMissing' | 'reasonTooLong';

/** Reads why somebody changes the settings. */
export function parseReason(typed: string): { text: string; problem?: ReasonProblem } {
  const text = typed.trim();
  if (text === '') return { text, problem: 'reasonMissing' };
  return text.length > MAX_REASON_LENGTH ? { text, problem: 'reasonTooLong' } : { text };
}
