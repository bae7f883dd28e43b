/** Why a request was not answered, as a word for programs and a sentence for people. */
export type ProblemCode =
  | 'unauthenticated'
  | 'forbidden'
  | 'foreignOrigin'
  | 'badRequest'
  | 'notFound'
  | 'tooManyRequests'
  | 'unavailable';

/** The status that each code is answered with. */
export const PROBLEM_STATUS: Readonly<Record<ProblemCode, number>> = {
  unauthenticated: 401,
  forbidden: 403,
  foreignOrigin: 403,
  badRequest: 400,
  notFound: 404,
  tooManyRequests: 429,
  unavailable: 503,
};

const DETAIL: Record<ProblemCode, string> = {
  unauthenticated: 'Sign in first.',
  forbidden: 'Your role does not allow this.',
  foreignOrigin: 'The request came from another site.',
  badRequest: 'The request could not be understood.',
  notFound: 'There is nothing at this address.',
  tooManyRequests: 'Too many requests. Wait a moment.',
  unavailable: 'The data cannot be read at the moment. Try again soon.',
};

/**
 * A refusal as problem details (RFC 9457) of the members `error` and `detail`, with the status that
 * belongs to the code.
 */
export function problem(code: ProblemCode, detail: string = DETAIL[code]): Response {
  return Response.json(
    { error: code, detail },
    {
      status: PROBLEM_STATUS[code],
      headers: { 'Cache-Control': 'no-store', 'Content-Type': 'application/problem+json' },
    },
  );
}
