import type { RuleProblems } from '@/lib/alerts/parseRuleForm';

/** What became of a posted rule. */
export type RuleAnswer =
  | { kind: 'saved' | 'tooMany' | 'gone' | 'forbidden' | 'failed' }
  | { kind: 'invalid'; problems: RuleProblems };
