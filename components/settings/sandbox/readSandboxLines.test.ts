import { expect, it } from 'vitest';
import { readSandboxLines } from './readSandboxLines';

function streamOf(...pieces: string[]): ReadableStream<Uint8Array<ArrayBuffer>> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    start(controller) {
      for (const piece of pieces) controller.enqueue(encoder.encode(piece));
      controller.close();
    },
  });
}

async function all(body: ReadableStream<Uint8Array<ArrayBuffer>>) {
  const lines = [];
  for await (const line of readSandboxLines(body)) lines.push(line);
  return lines;
}

it('puts lines together however they are cut', async () => {
  expect(await all(streamOf('{"kind":"wai', 'ting"}\n{"kind":"failed"}', '\n'))).toEqual([
    { kind: 'waiting' },
    { kind: 'failed' },
  ]);
});

it('takes an answer that ends within a line for a failure', async () => {
  await expect(all(streamOf('{"kind":"waiting"}\n{"ki'))).rejects.toThrow('cut off');
});
