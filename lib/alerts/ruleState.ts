import { z } from 'zod';

/** A thing a rule watches and found true. Epoch milliseconds. */
const matchSchema = z.object({
  /** Since when the data say so without a break. */
  sinceMs: z.number(),
  /** When it was told; null: not yet, because it has not lasted or the hour is not asked for. */
  raisedMs: z.number().nullable(),
});

/** By station id, or FEED. */
export const matchesSchema = z.record(z.string(), matchSchema);
export type Match = z.infer<typeof matchSchema>;
export type Matches = z.infer<typeof matchesSchema>;

/** The subject of a rule about the feed itself. */
export const FEED = 'feed';

/** What a rule has seen so far. */
export interface RuleState {
  /** Of the newest data it looked at; null: it is new. */
  seenAt: Date | null;
  matches: Matches;
}

export const newRuleState: RuleState = { seenAt: null, matches: {} };

/** Something that is to be told. */
export interface Transition {
  kind: 'raised' | 'recovered';
  subjectId: string;
  atMs: number;
  /** Since when it is, or was, so. */
  sinceMs: number;
}

export interface Evaluation {
  state: RuleState;
  transitions: Transition[];
}
