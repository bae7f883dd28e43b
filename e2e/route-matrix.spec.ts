import { expect, test } from './fixtures';
import { ask } from './support/ask';
import { askEveryDoor, postEveryAction } from './support/askEverything';
import { ACTIONS, EXPECTED, VISITORS } from './support/expectedAnswers';
import { applicationDoors, builtActions } from './support/routes';
import { type OtherWeb, startWeb } from './support/startWeb';
import { buildWithoutProxy } from './support/unproxiedBuild';

test.use({ role: null });

/** What made earlier versions of Next skip the proxy (CVE-2025-29927), and its relatives. */
const ATTACKS: Record<string, string>[] = [
  { 'x-middleware-subrequest': 'proxy' },
  { 'x-middleware-subrequest': 'proxy:proxy:proxy:proxy:proxy' },
  { 'x-middleware-subrequest': 'middleware:middleware:middleware:middleware:middleware' },
  { 'x-middleware-subrequest': 'src/middleware:src/middleware:src/middleware:src/middleware' },
  { 'x-middleware-next': '1', 'x-middleware-invoke': '1', 'x-invoke-path': '/sign-in' },
  { 'x-nextjs-data': '1', purpose: 'prefetch' },
  { rsc: '1', 'next-router-prefetch': '1' },
  { 'x-limelight-path': '//evil.example', 'x-limelight-address': '127.0.0.1' },
  { 'x-forwarded-host': 'evil.example', 'x-original-url': '/sign-in', 'x-rewrite-url': '/sign-in' },
];

test('every door of the application has a row: who adds one says who may open it', ({
  installation,
}) => {
  expect(Object.keys(EXPECTED).sort()).toEqual(applicationDoors());
  const names = builtActions(installation.buildDir).map(({ name }) => name);
  expect(Object.keys(ACTIONS).sort()).toEqual(names.sort());
});

for (const visitor of VISITORS) {
  test(`what opens for ${visitor}`, async ({ installation, db }) => {
    expect(await askEveryDoor(installation, db, visitor)).toEqual([]);
  });
}

test('no header of an attacker opens more', async ({ installation, db }) => {
  test.slow();
  for (const attack of ATTACKS) {
    for (const visitor of ['anonymous', 'viewer'] as const) {
      const surprises = await askEveryDoor(installation, db, visitor, attack);
      const opened = surprises.filter((surprise) => /: 200|tells data/.test(surprise));
      expect(opened, JSON.stringify(attack)).toEqual([]);
    }
  }
});

test('server actions run for whom they may, and for nobody else', async ({ installation, db }) => {
  const actions = builtActions(installation.buildDir);
  expect(await postEveryAction(installation, db, actions)).toEqual([]);
});

test.describe('with the proxy switched off', () => {
  let web: OtherWeb;
  let build: ReturnType<typeof buildWithoutProxy>;
  test.beforeAll(async () => {
    build = buildWithoutProxy(process.env.LIMELIGHT_DIST_DIR ?? '');
    web = await startWeb({ LIMELIGHT_DIST_DIR: build.dir });
  });
  test.afterAll(() => {
    web?.stop();
    build?.remove();
  });

  test('it is off: no answer carries its headers', async () => {
    const { headers } = await ask({ baseUrl: web.url }, '/sign-in', {});
    expect(headers.get('content-security-policy')).toBeNull();
  });

  for (const visitor of VISITORS) {
    test(`what opens for ${visitor}`, async ({ installation, db }) => {
      const there = { ...installation, baseUrl: web.url };
      expect(await askEveryDoor(there, db, visitor)).toEqual([]);
    });
  }

  test('server actions run for whom they may, and for nobody else', async ({
    installation,
    db,
  }) => {
    const there = { ...installation, baseUrl: web.url };
    expect(await postEveryAction(there, db, builtActions(installation.buildDir))).toEqual([]);
  });
});
