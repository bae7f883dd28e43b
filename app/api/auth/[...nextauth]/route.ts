import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/authOptions';
import { env } from '@/lib/env/env';
import { isOwnOrigin } from '@/lib/http/isOwnOrigin';
import { problem } from '@/lib/http/problem';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  return NextAuth(request, context, authOptions());
}

export { handle as GET };

/** next-auth checks its own token against forged forms; foreign origins need not get that far. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { headers } = request;
  const isOwn = isOwnOrigin(headers.get('origin'), headers.get('sec-fetch-site'), env().PUBLIC_URL);
  return isOwn ? handle(request, context) : problem('foreignOrigin');
}
