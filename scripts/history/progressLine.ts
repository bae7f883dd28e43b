import type { ImportStep } from '@/lib/pipeline/importDeps';

const DOING: Record<ImportStep['step'], string> = {
  reading: 'Reading files',
  ordering: 'Putting rows in order',
  loading: 'Loading days',
  archiving: 'Archiving hours',
};
/** Where no terminal shows the line being rewritten, one line each so often. */
const PLAIN_EVERY_MS = 5_000;

/** One line that is rewritten as the work goes on; plain lines where the output is no terminal. */
export function progressLine() {
  const isTty = Boolean(process.stderr.isTTY);
  let step = '';
  let shownMs = Number.NEGATIVE_INFINITY;
  return {
    show(progress: ImportStep): void {
      const isNew = progress.step !== step;
      if (!isTty && !isNew && performance.now() - shownMs < PLAIN_EVERY_MS) return;
      if (isTty && isNew && step !== '') process.stderr.write('\n');
      step = progress.step;
      shownMs = performance.now();
      const count = progress.of > 1 ? ` ${progress.done}/${progress.of}` : '';
      process.stderr.write(`${isTty ? '\r\u001b[2K' : ''}  ${DOING[progress.step]}${count}`);
      if (!isTty) process.stderr.write('\n');
    },
    end(): void {
      if (isTty && step !== '') process.stderr.write('\n');
    },
  };
}
