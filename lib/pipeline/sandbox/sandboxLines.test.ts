import { describe, expect, it } from 'vitest';
import { createTurns } from '@/lib/http/turns';
import type { SandboxEvent } from './runSandbox';
import { sandboxLines } from './sandboxLines';

async function* halves(): AsyncGenerator<SandboxEvent> {
  yield { kind: 'progress', share: 0.5 };
  yield { kind: 'nothing', reason: 'noHistory' };
}

// biome-ignore lint/correctness/useYield: fails before it can say anything
async function* failing(): AsyncGenerator<SandboxEvent> {
  throw new Error('the database is away');
}

function options(signal = new AbortController().signal) {
  const errors: unknown[] = [];
  const turns = createTurns();
  return { errors, turns, signal, onError: (error: unknown) => errors.push(error) };
}

async function textOf(lines: AsyncGenerator<string>): Promise<string> {
  let text = '';
  for await (const line of lines) text += line;
  return text;
}

describe('sandboxLines', () => {
  it('writes one line of JSON an event', async () => {
    expect(await textOf(sandboxLines(halves, options()))).toBe(
      '{"kind":"progress","share":0.5}\n{"kind":"nothing","reason":"noHistory"}\n',
    );
  });

  it('says that it failed, tells the log why, and gives its turn away', async () => {
    const given = options();
    expect(await textOf(sandboxLines(failing, given))).toBe('{"kind":"failed"}\n');
    expect(String(given.errors[0])).toContain('the database is away');
    expect(given.turns.isBusy()).toBe(false);
  });

  it('waits, and says so, while another run is under way', async () => {
    const given = options();
    const end = await given.turns.take();
    const lines = sandboxLines(halves, given);
    expect((await lines.next()).value).toBe('{"kind":"waiting"}\n');
    const next = lines.next();
    end();
    expect((await next).value).toContain('progress');
    await lines.return(undefined);
  });

  it('stops, and gives its turn away, when its reader leaves', async () => {
    const given = options();
    let isCleanedUp = false;
    async function* endless(): AsyncGenerator<SandboxEvent> {
      try {
        for (;;) yield { kind: 'progress', share: 0 };
      } finally {
        isCleanedUp = true;
      }
    }
    const lines = sandboxLines(endless, given);
    await lines.next();
    await lines.return(undefined);
    expect([isCleanedUp, given.turns.isBusy()]).toEqual([true, false]);
  });

  it('stops at the next event once the request is over', async () => {
    const controller = new AbortController();
    const lines = sandboxLines(halves, options(controller.signal));
    await lines.next();
    controller.abort();
    expect((await lines.next()).done).toBe(true);
  });
});
