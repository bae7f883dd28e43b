import type { DeliveryProblems } from '@/lib/alerts/deliveryForm';

/** What became of posted delivery settings; `secret` is a new one, never shown again. */
export type DeliveryAnswer =
  | { kind: 'saved'; secret: string | null }
  | { kind: 'invalid'; problems: DeliveryProblems }
  | { kind: 'forbidden' | 'failed' };

/** What became of asking for a test. */
export type TestAnswer = {
  kind: 'queued' | 'unavailable' | 'tooMany' | 'forbidden' | 'failed';
};
