import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchOidcMetadata, readOidcDocument } from './fetchOidcMetadata';

const ISSUER = 'https://login.example.org';
const DOCUMENT = {
  issuer: ISSUER,
  authorization_endpoint: `${ISSUER}/auth?p=1`,
  token_endpoint: `${ISSUER}/token`,
  userinfo_endpoint: `${ISSUER}/me`,
  jwks_uri: `${ISSUER}/jwks`,
  response_types_supported: ['code', 'id_token'],
  id_token_signing_alg_values_supported: ['RS256', 'ES256'],
  code_challenge_methods_supported: ['S256'],
};

describe('readOidcDocument', () => {
  it('takes what is needed from a good one', () => {
    expect(readOidcDocument(DOCUMENT, ISSUER)).toEqual({
      kind: 'ready',
      metadata: {
        authorizationUrl: `${ISSUER}/auth?p=1`,
        tokenUrl: `${ISSUER}/token`,
        userinfoUrl: `${ISSUER}/me`,
        jwksUrl: `${ISSUER}/jwks`,
        tokenAuthMethod: 'client_secret_basic',
      },
    });
    const post = { ...DOCUMENT, token_endpoint_auth_methods_supported: ['client_secret_post'] };
    expect(readOidcDocument(post, ISSUER)).toMatchObject({
      metadata: { tokenAuthMethod: 'client_secret_post' },
    });
  });

  it.each([
    ['calls itself https://evil.example', { issuer: 'https://evil.example' }],
    ['calls itself', { issuer: `${ISSUER}/` }],
    ['PKCE', { code_challenge_methods_supported: ['plain'] }],
    ['RS256', { id_token_signing_alg_values_supported: ['HS256', 'none'] }],
    ['code flow', { response_types_supported: ['id_token'] }],
    ['client secret', { token_endpoint_auth_methods_supported: ['private_key_jwt'] }],
    ['no https address', { token_endpoint: 'http://login.example.org/token' }],
    ['jwks_uri', { jwks_uri: undefined }],
  ])('refuses one: %s', (why, changed) => {
    const discovery = readOidcDocument({ ...DOCUMENT, ...changed }, ISSUER);
    expect(discovery).toMatchObject({ kind: 'unusable', why: expect.stringContaining(why) });
  });
});

describe('fetchOidcMetadata', () => {
  let close = () => {};
  afterEach(() => close());

  async function serve(answer: RequestListener): Promise<string> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    close = () => server.close();
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('asks at the well-known place below the issuer', async () => {
    let issuer = '';
    issuer = await serve((request, response) => {
      response.statusCode = request.url === '/realm/.well-known/openid-configuration' ? 200 : 404;
      const text = JSON.stringify(DOCUMENT).replaceAll(ISSUER, `${issuer}/realm`);
      response.end(text);
    });
    expect(await fetchOidcMetadata(`${issuer}/realm`)).toMatchObject({ kind: 'ready' });
    expect(await fetchOidcMetadata(issuer)).toMatchObject({ kind: 'unusable' });
  });

  it('tells a provider that is away from one that is wrong', async () => {
    const away = await fetchOidcMetadata('http://127.0.0.1:1');
    expect(away).toMatchObject({ kind: 'unreachable', why: expect.stringContaining('127.0.0.1') });
    const failing = await serve((_, response) => response.writeHead(503).end());
    expect(await fetchOidcMetadata(failing)).toMatchObject({ kind: 'unreachable' });
    close();
    const page = await serve((_, response) => response.end('<html>'));
    expect(await fetchOidcMetadata(page)).toMatchObject({ kind: 'unusable' });
  });

  it('follows no redirect', async () => {
    const moved = await serve((_, response) =>
      response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    );
    expect(await fetchOidcMetadata(moved)).not.toMatchObject({ kind: 'ready' });
  });
});
