import { type ApiContext, answerApi } from '@/lib/api/answerApi';
import { answerObject } from '@/lib/api/answerObject';
import { openApiDocument } from '@/lib/api/openApiDocument';
import { openApiRoute } from '@/lib/api/routes/openApiRoute';

const DOCUMENT = openApiDocument();

/** The OpenAPI document of the API. It tells nothing of the city, so that generators need no token. */
export function GET(request: Request, context: ApiContext): Promise<Response> {
  return answerApi(request, openApiRoute, context, async () =>
    answerObject(request, DOCUMENT, 'public, max-age=300'),
  );
}
