import { z } from 'zod';
import { apiTokenId } from '@/lib/auth/apiToken';
import { bearerOf } from '@/lib/auth/bearerOf';
import { permit } from '@/lib/auth/guard';
import type { CurrentUser } from '@/lib/auth/userStore';
import { webDatabase } from '@/lib/db/webDatabase';
import { env } from '@/lib/env/env';
import { problem } from '@/lib/http/problem';
import { type ApiFormat, chooseFormat } from './apiFormat';
import type { ApiRoute } from './apiRoute';
import { type RateSubject, type RateVerdict, takeRequest } from './rateLimitStore';
import { readQuery } from './readQuery';

/** What a handler is given once the request is let in and understood. */
export interface ApiAsked<
  Query extends z.ZodObject = z.ZodObject,
  Params extends z.ZodObject = z.ZodObject,
> {
  request: Request;
  query: z.infer<Query>;
  params: z.infer<Params>;
  format: ApiFormat;
}

/** What Next hands to a handler beside the request: the variable parts of the address. */
export interface ApiContext {
  params: Promise<unknown>;
}

/**
 * Answers a request to the API as every one is answered: who asks and whether they may, whether they
 * ask too often, and what they ask.
 */
export async function answerApi<Query extends z.ZodObject, Params extends z.ZodObject>(
  request: Request,
  route: ApiRoute<Query, Params>,
  context: ApiContext,
  answer: (asked: ApiAsked<Query, Params>) => Promise<Response>,
): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const user = await permitRoute(request, route, searchParams.has('at'));
  if (user instanceof Response) return user;
  const given = route.formats.find((one) => one === searchParams.get('format'));
  const format = given ?? chooseFormat(request.headers.get('accept'), route.formats);
  const rate = user && (await takeOfPace(request, user, costOf(route, format)));
  if (rate && !rate.isAllowed) return withRate(tooMany(rate), rate);

  const query = route.query.safeParse(readQuery(searchParams, route.query));
  const params = route.params.safeParse((await context.params) ?? {}); // none: Next says undefined
  if (!query.success) return withRate(problem('badRequest', z.prettifyError(query.error)), rate);
  if (!params.success) return withRate(problem('badRequest', z.prettifyError(params.error)), rate);
  const answered = await answer({ request, query: query.data, params: params.data, format });
  if (!given && route.formats.length > 1) answered.headers.append('Vary', 'Accept');
  return withRate(answered, rate);
}

function costOf({ cost, streamCost }: ApiRoute, format: ApiFormat): number {
  return format === 'json' ? cost : (streamCost ?? cost);
}

async function permitRoute(
  request: Request,
  { permission, pastPermission }: ApiRoute,
  isPast: boolean,
): Promise<CurrentUser | Response | null> {
  if (permission === null) return null;
  const user = await permit(request, permission);
  if (user instanceof Response || !pastPermission || !isPast) return user;
  return permit(request, pastPermission);
}

/** null: nobody counts. */
async function takeOfPace(
  request: Request,
  user: CurrentUser,
  cost: number,
): Promise<RateVerdict | null> {
  const { API_REQUESTS_PER_MIN: requestsPerMin, API_BURST: burst } = env();
  if (requestsPerMin === 0) return null;
  const pace = { requestsPerMin, burst };
  return takeRequest(webDatabase().pool, subjectOf(request, user), pace, cost);
}

function subjectOf({ headers, url }: Request, { id: userId }: CurrentUser): RateSubject {
  const tokenId = apiTokenId(bearerOf(headers, new URL(url).pathname) ?? '');
  return { userId, subject: tokenId === null ? `user:${userId}` : `token:${tokenId}` };
}

function tooMany({ waitS }: RateVerdict): Response {
  const answer = problem('tooManyRequests', `Too many requests. Ask again in ${waitS} s.`);
  answer.headers.set('Retry-After', String(waitS));
  return answer;
}

/** What is left of the pace, as clients have come to read it (draft-ietf-httpapi-ratelimit-headers). */
function withRate(answer: Response, rate: RateVerdict | null): Response {
  if (!rate) return answer;
  const { API_REQUESTS_PER_MIN, API_BURST } = env();
  answer.headers.set('RateLimit-Policy', `${API_REQUESTS_PER_MIN};w=60;burst=${API_BURST}`);
  answer.headers.set('RateLimit-Limit', String(API_BURST));
  answer.headers.set('RateLimit-Remaining', String(rate.remaining));
  answer.headers.set('RateLimit-Reset', String(rate.fullInS));
  return answer;
}
