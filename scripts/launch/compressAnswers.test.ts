import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { chooseEncoding, compressAnswers } from './compressAnswers.mjs';

const servers: http.Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

async function serve(answer: http.RequestListener): Promise<string> {
  const server = http.createServer((request, response) => {
    compressAnswers(request, response);
    answer(request, response);
  });
  servers.push(server);
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The answer as it travels. */
function get(url: string, encoding: string) {
  return new Promise<{ headers: http.IncomingHttpHeaders; body: Buffer }>((resolve, reject) => {
    http
      .get(url, { headers: { 'accept-encoding': encoding } }, (answer) => {
        const pieces: Buffer[] = [];
        answer.on('data', (piece: Buffer) => pieces.push(piece));
        answer.on('end', () => resolve({ headers: answer.headers, body: Buffer.concat(pieces) }));
        answer.on('error', reject);
      })
      .on('error', reject);
  });
}

const PAGE = '<p>Combien de vélos ?</p>'.repeat(2_000);

function writePage(response: http.ServerResponse) {
  response.setHeader('Content-Type', 'text/html; charset=utf-8');
  response.flushHeaders(); // as Next does
  for (let at = 0; at < PAGE.length; at += 1_000) response.write(PAGE.slice(at, at + 1_000));
  response.end();
}

describe('compressing answers', () => {
  it('sends a page written in pieces as one, in Brotli', async () => {
    const url = await serve((_, response) => writePage(response));
    const { headers, body } = await get(url, 'gzip, deflate, br, zstd');
    expect(headers['content-encoding']).toBe('br');
    expect(headers.vary).toContain('Accept-Encoding');
    expect(brotliDecompressSync(body).toString()).toBe(PAGE);
  });

  it('uses gzip where that is all the client reads, and nothing where it reads neither', async () => {
    const url = await serve((_, response) => writePage(response));
    const gzipped = await get(url, 'gzip');
    expect(gunzipSync(gzipped.body).toString()).toBe(PAGE);
    const plain = await get(url, 'identity');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.body.toString()).toBe(PAGE);
  });

  it('leaves small answers and encoded ones alone', async () => {
    const url = await serve((request, response) => {
      response.setHeader('Content-Type', 'application/json');
      if (request.url === '/encoded') response.setHeader('Content-Encoding', 'x-own');
      response.end(request.url === '/encoded' ? PAGE : '{}');
    });
    expect((await get(url, 'br')).headers['content-encoding']).toBeUndefined();
    const encoded = await get(`${url}/encoded`, 'br');
    expect(encoded.headers['content-encoding']).toBe('x-own');
    expect(encoded.body.toString()).toBe(PAGE);
  });

  it('streams what is larger than it holds', async () => {
    const rows = 'id,name\n'.repeat(100_000);
    const url = await serve((_, response) => {
      response.setHeader('Content-Type', 'text/csv');
      for (let k = 0; k < 4; k++) response.write(rows);
      response.end();
    });
    const { body } = await get(url, 'br');
    expect(brotliDecompressSync(body).toString()).toBe(rows.repeat(4));
  });

  it('never holds an event', async () => {
    let end = () => {};
    const url = await serve((_, response) => {
      response.setHeader('Content-Type', 'text/event-stream');
      response.write('data: 1\n\n');
      end = () => response.end();
    });
    const first = await new Promise<string>((resolve, reject) => {
      http
        .get(url, { headers: { 'accept-encoding': 'br' } }, (answer) =>
          answer.once('data', (piece) => resolve(String(piece))),
        )
        .on('error', reject);
    });
    expect(first).toBe('data: 1\n\n');
    end();
  });
});

describe('chooseEncoding', () => {
  it.each([
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip;q=1, br;q=0', 'gzip'],
    ['GZIP', 'gzip'],
    ['identity', null],
    [undefined, null],
  ])('answers %j with %j', (accepted, encoding) => {
    expect(chooseEncoding(accepted)).toBe(encoding);
  });
});
