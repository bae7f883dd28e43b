import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { generateSource } from 'oazapfts';

/** What a generated function answers. */
export interface ClientAnswer {
  status: number;
  data: unknown;
}

/** The functions that a generator made of an OpenAPI document, by operationId. */
export interface ApiClient {
  defaults: { baseUrl: string; headers: Record<string, string> };
  [operationId: string]: unknown;
}

/**
 * Generates a client as its users do, and loads it.
 *
 * @param directory inside the project, so that the client finds its runtime
 */
export async function generateClient(document: object, directory: string): Promise<ApiClient> {
  mkdirSync(directory, { recursive: true });
  const specification = path.join(directory, 'openapi.json');
  writeFileSync(specification, JSON.stringify(document));
  const file = path.join(directory, 'client.ts');
  writeFileSync(file, await generateSource(specification));
  return (await import(file)) as ApiClient;
}
