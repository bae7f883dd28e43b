import { test as base, type Page } from '@playwright/test';
import { Pool } from 'pg';
import { createProducer, type Producer } from '@/jobs/runtime/producer';
import type { Role } from '@/lib/db/generated/enums';
import { createFeed, type Feed } from './support/feed';
import { type Installation, readInstallation } from './support/installation';
import { createPerson, giveSession, type Person } from './support/people';
import { playTileHost } from './support/tiles';
import { createTroubles, type Troubles } from './support/troubles';

interface SpecFixtures {
  /** Who opens the page: an account of its own, with a session. null: nobody is signed in. */
  role: Role | null;
  person: Person | null;
  /** Fails the spec at its end for every complaint of a browser that it did not expect. */
  troubles: Troubles;
  /** The feed, put right again when the spec is over. */
  feed: Feed;
  /** Another browser beside `page`, of another person. */
  visit(role: Role | null): Promise<Page>;
}

interface WorkerFixtures {
  installation: Installation;
  db: Pool;
  producer: Producer;
}

export const test = base.extend<SpecFixtures, WorkerFixtures>({
  // biome-ignore-start lint/correctness/noEmptyPattern: Playwright reads what a fixture needs here
  installation: [async ({}, use) => use(readInstallation()), { scope: 'worker' }],
  db: [
    async ({ installation }, use) => {
      const pool = new Pool({ connectionString: installation.databaseUrl, max: 4 });
      await use(pool);
      await pool.end();
    },
    { scope: 'worker' },
  ],
  producer: [
    async ({ installation }, use) => {
      const { redisUrl, databaseUrl, systemId } = installation;
      const onError = () => {}; // what matters fails the call that needed it
      const producer = createProducer({ redisUrl, databaseUrl, systemId, onError });
      await use(producer);
      await producer.close();
    },
    { scope: 'worker' },
  ],

  role: ['viewer', { option: true }],
  person: async ({ db, role }, use) => use(role && (await createPerson(db, role))),
  troubles: [
    async ({}, use) => {
      const troubles = createTroubles();
      await use(troubles);
      base.expect(troubles.unexpected(), 'what the browsers complained of').toEqual([]);
    },
    { auto: true },
  ],
  context: async ({ context, installation, person, troubles }, use) => {
    troubles.watch(context);
    await playTileHost(context);
    if (person) await giveSession(context, installation, person);
    await use(context);
  },
  feed: async ({ installation, db, producer }, use) => {
    const feed = createFeed(installation, db, producer);
    await use(feed);
    await feed.restore();
  },
  visit: async ({ browser, db, installation, troubles }, use) => {
    const pages: Page[] = [];
    await use(async (role) => {
      const context = await browser.newContext();
      troubles.watch(context);
      await playTileHost(context);
      if (role) await giveSession(context, installation, await createPerson(db, role));
      const page = await context.newPage();
      pages.push(page);
      return page;
    });
    for (const page of pages) await page.context().close();
  },
  // biome-ignore-end lint/correctness/noEmptyPattern: Playwright reads what a fixture needs here
});

export { expect } from '@playwright/test';
