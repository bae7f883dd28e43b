/**
 * Posts a form to next-auth with the token that proves it is ours.
 *
 * @param action such as `signout`
 * @returns where next-auth would lead; `error` in its query says what went wrong
 * @throws when the server does not answer, or not as next-auth does
 */
export async function postToNextAuth(
  action: string,
  fields: Record<string, string> = {},
): Promise<URL> {
  const { csrfToken } = await fetchJson<{ csrfToken: string }>('/api/auth/csrf');
  const { url } = await fetchJson<{ url: string }>(`/api/auth/${action}`, {
    method: 'POST',
    body: new URLSearchParams({ ...fields, csrfToken, json: 'true' }),
  });
  return new URL(url, window.location.origin);
}

async function fetchJson<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(path, { ...init, cache: 'no-store' });
  return response.json() as Promise<Answer>;
}
