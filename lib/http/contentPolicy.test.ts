import { describe, expect, it } from 'vitest';
import { contentSecurityPolicy, tileSources } from './contentPolicy';

const policy = { nonce: 'abc', tileUrl: undefined, isDevelopment: false, isHttps: true };

describe('contentSecurityPolicy', () => {
  it('runs scripts by nonce alone, frames nothing and posts only home', () => {
    const header = contentSecurityPolicy(policy);
    expect(header).toContain("script-src 'self' 'nonce-abc' 'strict-dynamic';");
    expect(header).toContain("frame-ancestors 'none'");
    expect(header).toContain("form-action 'self'");
    expect(header).toContain("base-uri 'none'");
    expect(header).not.toContain('unsafe-eval');
    expect(header).toContain("style-src 'self' 'nonce-abc';");
  });

  it('does not upgrade requests where the site itself is not on https', () => {
    expect(contentSecurityPolicy({ ...policy, isHttps: false })).not.toContain('upgrade-insecure');
  });

  it('lets tiles in from their host, as images only', () => {
    const header = contentSecurityPolicy({
      ...policy,
      tileUrl: 'https://tiles.example/{z}/{x}/{y}.png',
    });
    expect(header.match(/tiles\.example/g)).toHaveLength(1);
    expect(header).toContain("img-src 'self' data: blob: https://tiles.example;");
    expect(header).toContain("worker-src 'self';");
  });
});

describe('tileSources', () => {
  it.each([
    ['https://{s}.tile.example.org/{z}/{x}/{y}.png', ['https://*.tile.example.org']],
    ['https://tile{s}.example.org/{z}/{x}/{y}.png', ['https://*.example.org']],
    ['http://127.0.0.1:8080/{z}/{x}/{y}.png', ['http://127.0.0.1:8080']],
    ['https://data.geopf.fr/wmts?LAYER=A;B&x={x}', ['https://data.geopf.fr']],
    ['/tiles/{z}/{x}/{y}.png', []],
    ['none', []],
    [undefined, []],
    ["https://a.example;script-src 'unsafe-inline'/", []],
    ['javascript:alert(1)', []],
  ])('%s', (template, sources) => {
    expect(tileSources(template)).toEqual(sources);
  });
});
