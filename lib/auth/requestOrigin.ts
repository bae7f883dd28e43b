import { headers } from 'next/headers';
import { ADDRESS_HEADER } from '@/lib/audit/auditActor';
import type { SessionOrigin } from './sessionStore';

/** Where the request being answered comes from: address and browser. */
export async function requestOrigin(): Promise<SessionOrigin> {
  const head = await headers();
  return { address: head.get(ADDRESS_HEADER), userAgent: head.get('user-agent') };
}
