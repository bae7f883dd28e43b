import type { SandboxLine } from '@/lib/pipeline/sandbox/sandboxLines';

/** The lines of a run as they come. What was cut off in the middle of a line ends with an error. */
export async function* readSandboxLines(
  body: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<SandboxLine> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { value, done } = await reader.read();
    if (done) break;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as SandboxLine;
  }
  if (rest !== '') throw new Error('the replay was cut off');
}
