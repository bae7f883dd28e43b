import type { BrowserContext } from '@playwright/test';

/** Where `npm test` says that the background map comes from. Nothing answers there but the specs. */
export const TILE_ADDRESSES = 'https://tiles.example/**';

/** One pale pixel, PNG. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGN49/EdAAWeAs7MCnmuAAAAAElFTkSuQmCC',
  'base64',
);

/** Answers for the host of the background map. */
export async function playTileHost(context: BrowserContext): Promise<void> {
  await context.route(TILE_ADDRESSES, (route) =>
    route.fulfill({ contentType: 'image/png', body: PIXEL }),
  );
}
