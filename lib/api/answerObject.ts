import { contentTypeOf } from './apiFormat';
import { wholeAnswer } from './wholeAnswer';

/** One thing as JSON, with a tag. */
export function answerObject(
  request: Request,
  object: object,
  cacheControl = 'private, no-cache',
): Response {
  const headers = { 'Content-Type': contentTypeOf('json'), 'Cache-Control': cacheControl };
  return wholeAnswer(request, JSON.stringify(object), headers);
}
