import type { Page } from 'playwright';

declare global {
  /** In the page: from each key or press to the frame with the new list, ms. */
  var limelightListMs: number[] | undefined;
}

/**
 * Has a page note how long the list takes after each key and each press: from the event's own time
 * to the moment after the frame was painted in which the number of listed stations had changed. A
 * key that changes no number is not noted. Works on any page with one count of role `status` in its
 * list panel, marked with `data-count` or inside the panel of the map page.
 */
export async function watchList(page: Page, countSelector: string): Promise<void> {
  // The compiler that runs benchmarks calls this around every function that has a name.
  await page.evaluate('globalThis.__name = (named) => named');
  await page.evaluate((selector) => {
    const listMs: number[] = [];
    globalThis.limelightListMs = listMs;
    const read = () => document.querySelector(selector)?.textContent ?? '';
    let askedAtMs: number | null = null;
    let before = read();
    const ask = (event: Event) => {
      askedAtMs = event.timeStamp;
      before = read();
    };
    window.addEventListener('keydown', ask, true);
    window.addEventListener('click', ask, true);
    new MutationObserver(() => {
      if (askedAtMs === null || read() === before) return;
      const fromMs = askedAtMs;
      askedAtMs = null;
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => {
          listMs.push(performance.now() - fromMs);
          channel.port1.close();
        };
        channel.port2.postMessage(null);
      });
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, countSelector);
}

/** What was noted so far, and forgets it. */
export async function takeListMs(page: Page): Promise<number[]> {
  return page.evaluate(() => globalThis.limelightListMs?.splice(0) ?? []);
}
