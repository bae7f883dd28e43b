import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { authOptions } from '@/lib/auth/authOptions';
import { oidcConfig } from '@/lib/auth/oidcConfig';
import type { OidcFailure } from '@/lib/auth/oidcFailure';
import { isOidcRequest, prepareOidc } from '@/lib/auth/prepareOidc';
import { signInErrorCode } from '@/lib/auth/signInError';
import { env } from '@/lib/env/env';
import { isOwnOrigin } from '@/lib/http/isOwnOrigin';
import { problem } from '@/lib/http/problem';
import { createLog } from '@/lib/log/log';

interface Context {
  params: Promise<{ nextauth: string[] }>;
}

async function handle(request: NextRequest, context: Context): Promise<Response> {
  const config = oidcConfig(env());
  if (!config || !isOidcRequest(request.method, (await context.params).nextauth))
    return NextAuth(request, context, authOptions());
  const error = request.method === 'GET' ? request.nextUrl.searchParams.get('error') : null;
  const oidc = await prepareOidc(config, error, createLog(env().LOG_LEVEL, 'auth'));
  if (oidc.kind === 'failed') return tell(request, oidc.failure);
  return NextAuth(request, context, authOptions(oidc));
}

/** As next-auth answers: who comes back from the provider is led on, who starts is told where to. */
function tell({ method }: NextRequest, reason: OidcFailure): Response {
  const error = signInErrorCode({ kind: 'oidc', reason });
  const url = new URL(`/sign-in?${new URLSearchParams({ error })}`, env().PUBLIC_URL).href;
  return method === 'GET' ? Response.redirect(url, 302) : Response.json({ url });
}

export { handle as GET };

/** next-auth checks its own token against forged forms; foreign origins need not get that far. */
export async function POST(request: NextRequest, context: Context): Promise<Response> {
  const { headers } = request;
  const isOwn = isOwnOrigin(headers.get('origin'), headers.get('sec-fetch-site'), env().PUBLIC_URL);
  return isOwn ? handle(request, context) : problem('foreignOrigin');
}
