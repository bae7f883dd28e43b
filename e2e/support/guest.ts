import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import type { Installation } from './installation';
import { giveSession, type Person } from './people';
import { playTileHost } from './tiles';
import type { Troubles } from './troubles';

/**
 * Another browser, of a person that the spec knows; null: nobody is signed in. Close its context
 * with `page.context().close()`, or leave that to the end of the spec.
 */
export async function openGuest(
  { browser, installation, troubles }: GuestFixtures,
  person: Person | null,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context: BrowserContext = await browser.newContext(options);
  troubles.watch(context);
  await playTileHost(context);
  if (person) await giveSession(context, installation, person);
  return context.newPage();
}

/** What a spec's fixtures offer, of which a guest needs these. */
export interface GuestFixtures {
  browser: Browser;
  installation: Installation;
  troubles: Troubles;
}
