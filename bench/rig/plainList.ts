import type { Page } from 'playwright';

export interface PlainRow {
  name: string;
  numBikesAvailable: number | null;
}

/**
 * What one would write first: every station as a row of the page, and at each key those that do not
 * match are hidden.
 */
export async function openPlainList(page: Page, rows: readonly PlainRow[]): Promise<void> {
  await page.setContent(
    '<input type="search" aria-label="Search"><p data-count></p><ul id="list" style="height:700px;width:380px;overflow:auto"></ul>',
  );
  await page.evaluate((stations) => {
    const list = document.getElementById('list')!;
    const items = stations.map(({ name, numBikesAvailable }) => {
      const item = document.createElement('li');
      item.style.cssText = 'height:60px;display:flex;justify-content:space-between';
      const [title, bikes] = [document.createElement('b'), document.createElement('span')];
      title.textContent = name;
      bikes.textContent = String(numBikesAvailable);
      item.append(title, bikes);
      return { item, text: name.toLowerCase() };
    });
    list.append(...items.map(({ item }) => item));
    document.querySelector('input')!.addEventListener('input', (event) => {
      const query = (event.target as HTMLInputElement).value.toLowerCase();
      let shown = 0;
      for (const { item, text } of items) {
        const isFound = text.includes(query);
        item.style.display = isFound ? 'flex' : 'none';
        if (isFound) shown += 1;
      }
      document.querySelector('[data-count]')!.textContent = `${shown}`;
    });
  }, rows);
}
