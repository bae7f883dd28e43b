import type { ApiTokenRow } from '@/lib/auth/apiTokenStore';

/** A token as its owner sees it. */
export interface TokenShown extends ApiTokenRow {
  /** How it begins, for recognition. */
  prefix: string;
}
