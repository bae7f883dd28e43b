import { expect, type Locator, type Page } from '@playwright/test';

/** The canvases a layer may have, by the name of their pane. */
export type PaneName = 'heat' | 'areas' | 'district-sums' | 'districts' | 'stations';

export function layersButton(page: Page): Locator {
  return page.getByRole('button', { name: 'Layers' });
}

export function layerSwitch(page: Page, name: string): Locator {
  return page.getByRole('dialog', { name: 'Layers' }).getByRole('switch', { name });
}

export function layerCanvas(page: Page, pane: PaneName): Locator {
  return page.locator(`.leaflet-limelight-${pane}-pane canvas`);
}

/** The share of a layer's canvas that has any colour; 0 where there is no such canvas. */
export async function paintedShare(page: Page, pane: PaneName): Promise<number> {
  const canvas = layerCanvas(page, pane);
  if ((await canvas.count()) === 0) return 0;
  return canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    // A copy: reading a canvas back again and again slows the original, and Chromium complains.
    const copy = document.createElement('canvas');
    Object.assign(copy, { width, height });
    const context = copy.getContext('2d', { willReadFrequently: true });
    if (!context || width === 0) return 0;
    context.drawImage(element as HTMLCanvasElement, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    let painted = 0;
    for (let at = 3; at < data.length; at += 4) if (data[at]! > 0) painted += 1;
    return painted / (width * height);
  });
}

export async function expectPainted(page: Page, pane: PaneName): Promise<void> {
  await expect.poll(() => paintedShare(page, pane), `${pane} is painted`).toBeGreaterThan(0.005);
}
