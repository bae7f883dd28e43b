import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';

const RESULTS_FILE = 'bench/RESULTS.md';

const HEADER = `# Results

Written by \`npm run bench\`; no figure here was typed. Each section says when and at which commit it
was measured, how, and against what a user would pick instead.
`;

export interface Section {
  /** Short and stable: a later run replaces the section of the same name. */
  name: string;
  title: string;
  /** How it was measured, in a few sentences. */
  method: string;
  /** Markdown tables and remarks. */
  body: string;
}

/** Puts a section into bench/RESULTS.md and prints it. */
export function writeSection(section: Section): void {
  const open = `<!-- ${section.name} -->`;
  const close = `<!-- /${section.name} -->`;
  const text = `${open}\n## ${section.title}\n\n${machine()}\n\n${section.method}\n\n${section.body.trim()}\n${close}`;
  console.log(`\n${text}\n`);
  const before = existsSync(RESULTS_FILE) ? readFileSync(RESULTS_FILE, 'utf8') : HEADER;
  const start = before.indexOf(open);
  const end = before.indexOf(close);
  const after =
    start >= 0 && end > start
      ? before.slice(0, start) + text + before.slice(end + close.length)
      : `${before.trimEnd()}\n\n${text}\n`;
  writeFileSync(RESULTS_FILE, after);
}

function machine(): string {
  const cpu = os.cpus()[0]?.model.trim() ?? 'unknown CPU';
  const memory = Math.round(os.totalmem() / 2 ** 30);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
  const dirty = execFileSync('git', ['status', '--porcelain', '--untracked-files=no'], {
    encoding: 'utf8',
  }).trim();
  const when = new Date().toISOString().slice(0, 16).replace('T', ' ');
  const load = os.loadavg()[0]?.toFixed(1);
  return `${when} UTC, commit ${commit}${dirty ? ' with local changes' : ''}; ${os.cpus().length} × ${cpu}, ${memory} GiB, Node ${process.versions.node}, load ${load} at the end.`;
}

/** A Markdown table; the first row is the head. Numbers are right-aligned. */
export function table(rows: (string | number)[][]): string {
  const [head, ...rest] = rows;
  if (!head) return '';
  const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rest.map(line)].join(
    '\n',
  );
}

/** The q-quantile by nearest rank, 0 < q <= 1. NaN for no values. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

/** Peak resident memory of this process so far, MB. */
export function peakMemoryMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}

/** CPU a process has used so far (user and system), ms, from /proc; Linux only. */
export function processCpuMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ');
  // Fields 14 and 15 of proc(5), in clock ticks of 10 ms.
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
