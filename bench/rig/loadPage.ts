import { execFile } from 'node:child_process';
import http from 'node:http';
import { promisify } from 'node:util';
import type { Pool } from 'pg';
import { type CpuUse, startCpuMeter } from './cpuMeter';

export interface PageRequest {
  url: string;
  headers: Record<string, string>;
}

export interface Load {
  /** Parallel connections, 1 or more. */
  connections: number;
  /** Requests a second, all connections together; null: as many as are answered. */
  ratePerS: number | null;
  durationS: number;
}

export interface LoadResult {
  requests: number;
  perS: number;
  /** From the moment a request was due. */
  p50Ms: number;
  p99Ms: number;
  /** A request. */
  cpu: CpuUse;
}

/** The part of autocannon's report that is read. */
interface AutocannonReport {
  '2xx': number;
  non2xx: number;
  errors: number;
  timeouts: number;
  duration: number;
  latency: { p50: number; p99: number };
}

/**
 * Asks for a page again and again from a process of its own (autocannon), and counts what that
 * costs the server.
 *
 * @throws when any request was not answered well
 */
export async function loadPage(
  { url, headers }: PageRequest,
  { connections, ratePerS, durationS }: Load,
  server: { pool: Pool; webPid: number },
): Promise<LoadResult> {
  const args = ['node_modules/autocannon/autocannon.js', '--json', '--no-progress'];
  args.push('-c', String(connections), '-d', String(durationS));
  if (ratePerS !== null) args.push('-R', String(ratePerS));
  for (const [name, value] of Object.entries(headers)) args.push('-H', `${name}=${value}`);
  const readCpu = await startCpuMeter(server.pool, server.webPid);
  const { stdout } = await promisify(execFile)(process.execPath, [...args, url]);
  const cpu = await readCpu();
  const report = JSON.parse(stdout) as AutocannonReport;
  const bad = report.non2xx + report.errors + report.timeouts;
  const requests = report['2xx'];
  if (bad > 0 || requests === 0) throw new Error(`${bad} of ${requests + bad} requests failed`);
  return {
    requests,
    perS: requests / report.duration,
    p50Ms: report.latency.p50,
    p99Ms: report.latency.p99,
    cpu: { webMs: cpu.webMs / requests, postgresMs: cpu.postgresMs / requests },
  };
}

/** Bytes of one answer's body as they travel. @throws unless it is a 200 */
export function bodyBytes({ url, headers }: PageRequest): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      answer.on('end', () =>
        answer.statusCode === 200
          ? resolve(bytes)
          : reject(new Error(`${url}: ${answer.statusCode}`)),
      );
      answer.on('error', reject);
    });
    request.on('error', reject);
  });
}
