import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import Provider from 'oidc-provider';
import { anyFreePort } from '../../scripts/launch/ports.mjs';

/** What the provider tells of somebody who signs in there under a name. */
export type Claims = Record<string, unknown>;

/** A real OpenID Connect provider on this machine, with the pages of its own. */
export interface OidcServer {
  issuer: string;
  clientId: string;
  clientSecret: string;
  /** By the name that is typed into the provider's form; any password will do. */
  accounts: Map<string, Claims>;
  /** Whether every code is too old by the time it is exchanged. */
  areCodesOld: boolean;
  /** Changes the JSON of an answer on its way out, by the path it is of. */
  tamper: Map<string, (answer: Claims) => Claims>;
  /** Changes what it is asked for, as somebody between could: the address of the first request. */
  onAsk: ((url: URL) => void) | null;
  /** Changes the address that it sends people back to. */
  onReturn: ((url: URL) => void) | null;
  /** Whether it answers at all. */
  isAway: boolean;
  /** As it was at the start, accounts apart. */
  reset(): void;
  close(): Promise<void>;
}

/** Starts a provider that knows one client, which may come back to the given address. */
export async function startOidcServer(redirectUri: string): Promise<OidcServer> {
  const port = await anyFreePort();
  const issuer = `http://127.0.0.1:${port}`;
  const client = { clientId: 'limelight', clientSecret: 'a secret between the two of them' };
  const accounts = new Map<string, Claims>();
  const provider = makeProvider(issuer, redirectUri, client, () => server);
  const answer = provider.callback();
  const http = createServer((request, response) => {
    if (server.isAway) return void request.socket.destroy();
    const change = server.tamper.get(request.url?.split('?')[0] ?? '');
    if (change) changeJson(response, change);
    if (server.onAsk && request.url?.startsWith('/auth?')) {
      const asked = new URL(request.url, issuer);
      server.onAsk(asked);
      request.url = asked.pathname + asked.search;
    }
    changeLocation(response, redirectUri, (url) => server.onReturn?.(url));
    void answer(request as IncomingMessage, response);
  });
  const server: OidcServer = {
    issuer,
    ...client,
    accounts,
    areCodesOld: false,
    tamper: new Map(),
    onAsk: null,
    onReturn: null,
    isAway: false,
    reset() {
      server.tamper.clear();
      Object.assign(server, { areCodesOld: false, onAsk: null, onReturn: null, isAway: false });
    },
    close: () =>
      new Promise((resolve) => {
        http.close(() => resolve());
        http.closeAllConnections();
      }),
  };
  await new Promise<void>((resolve) => http.listen(port, '127.0.0.1', resolve));
  return server;
}

type FindCode = (...asked: unknown[]) => Promise<{ exp?: number } | undefined>;

function makeProvider(
  issuer: string,
  redirectUri: string,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
  server: () => OidcServer,
): Provider {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    pkce: { required: () => true },
    scopes: ['openid', 'email', 'profile', 'groups'],
    claims: {
      openid: ['sub'],
      email: ['email', 'email_verified'],
      profile: ['name'],
      groups: ['groups'],
    },
    cookies: { keys: ['only for tests'] },
    findAccount: (_, accountId) => ({
      accountId,
      claims: () => ({ sub: accountId, ...server().accounts.get(accountId) }),
    }),
  });
  const { AuthorizationCode } = provider;
  const find = AuthorizationCode.find.bind(AuthorizationCode) as FindCode;
  const findAged: FindCode = async (...asked) => {
    const code = await find(...asked);
    if (code && server().areCodesOld) code.exp = 1;
    return code;
  };
  Object.assign(AuthorizationCode, { find: findAged });
  return provider;
}

function changeJson(response: ServerResponse, change: (answer: Claims) => Claims): void {
  const end = response.end.bind(response);
  response.end = ((body: string | Buffer) => {
    const changed = JSON.stringify(change(JSON.parse(String(body))));
    response.setHeader('content-length', Buffer.byteLength(changed));
    return end(changed);
  }) as typeof response.end;
}

function changeLocation(
  response: ServerResponse,
  redirectUri: string,
  change: (url: URL) => void,
): void {
  const setHeader = response.setHeader.bind(response);
  response.setHeader = (name, value) => {
    if (name.toLowerCase() !== 'location' || !String(value).startsWith(redirectUri))
      return setHeader(name, value);
    const url = new URL(String(value));
    change(url);
    return setHeader(name, url.href);
  };
}
