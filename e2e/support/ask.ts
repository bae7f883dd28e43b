import type { Installation } from './installation';
import { type Person, sessionCookie } from './people';

export interface Answer {
  status: number;
  location: string | null;
  type: string | null;
  headers: Headers;
  /** Empty for a stream. */
  text: string;
}

/** What a program is answered that follows no redirects. A stream is left after its headers. */
export async function ask(
  { baseUrl }: Pick<Installation, 'baseUrl'>,
  address: string,
  headers: Record<string, string>,
  { method = 'GET', body }: { method?: string; body?: string } = {},
): Promise<Answer> {
  const init = { method, body, headers, redirect: 'manual' } as const;
  const response = await fetch(`${baseUrl}${address}`, init);
  const type = response.headers.get('content-type');
  const isStream = type?.startsWith('text/event-stream') ?? false;
  if (isStream) await response.body?.cancel();
  const text = isStream ? '' : await response.text();
  const location = response.headers.get('location');
  return { status: response.status, location, type, headers: response.headers, text };
}

/** The Cookie header of a person's session; none for nobody. */
export async function cookieHeader(
  installation: Installation,
  person: Person | null,
): Promise<Record<string, string>> {
  if (!person) return {};
  const { name, value } = await sessionCookie(installation, person);
  return { cookie: `${name}=${value}` };
}
