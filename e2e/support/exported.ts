import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';

/** Presses something that saves a file, and reads it. */
export async function savedFile(
  page: Page,
  press: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), text: await readText(download) };
}

async function readText(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

/** The rows of a CSV or of a pasted table, by field name. Knows no quotes: fine for plain columns. */
export function tableRows(text: string, separator: ',' | '\t'): Record<string, string>[] {
  const [head = '', ...lines] = text.replace('\ufeff', '').trimEnd().split(/\r?\n/);
  const names = head.split(separator);
  return lines.map((line) => {
    const cells = line.split(separator);
    return Object.fromEntries(names.map((name, at) => [name, cells[at] ?? '']));
  });
}
