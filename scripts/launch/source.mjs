import fs from 'node:fs';
import path from 'node:path';
import { writePrivateJson } from './secrets.mjs';

/** The feed of record where FEED_URL names no other: the same as lib/env/env.ts says. */
export const LIVE_FEED_URL =
  'https://velib-metropole-opendata.smovengo.cloud/opendata/Velib_Metropole/gbfs.json';
const PROBE_MS = 5_000;

/**
 * Where the bikes come from.
 *
 * @typedef {object} FeedSource
 * @property {'given' | 'live' | 'simulated'} kind given: FEED_URL names it
 * @property {'asked' | 'reachable' | 'unreachable' | 'remembered'} because
 *   asked: by an option or FEED_URL; remembered: simulated at an earlier start
 * @property {boolean | null} liveAnswers null: nobody asked it
 */

/**
 * Decides the source of this start. A city that was simulated once stays so until the live feed
 * answers or somebody asks for it; given by FEED_URL, it never falls back.
 *
 * @param {object} given
 * @param {string | undefined} given.feedUrl FEED_URL
 * @param {boolean} given.demo
 * @param {boolean} given.live
 * @param {'live' | 'simulated' | null} given.before the choice of the last start, if any
 * @param {() => Promise<boolean>} probe whether the live feed answers
 * @returns {Promise<FeedSource>}
 */
export async function chooseSource({ feedUrl, demo, live, before }, probe) {
  if (demo) return { kind: 'simulated', because: 'asked', liveAnswers: null };
  if (feedUrl) return { kind: 'given', because: 'asked', liveAnswers: null };
  if (live) return { kind: 'live', because: 'asked', liveAnswers: null };
  const liveAnswers = await probe();
  if (liveAnswers) return { kind: 'live', because: 'reachable', liveAnswers };
  // Data that was live once goes stale rather than be mixed up with an invented city.
  if (before === 'live') return { kind: 'live', because: 'remembered', liveAnswers };
  const because = before === 'simulated' ? 'remembered' : 'unreachable';
  return { kind: 'simulated', because, liveAnswers };
}

/**
 * Whether the URL serves a GBFS discovery file within five seconds.
 *
 * @param {string} url
 * @param {AbortSignal} [signal]
 */
export async function answersGbfs(url, signal) {
  const limits = [AbortSignal.timeout(PROBE_MS), ...(signal ? [signal] : [])];
  try {
    const response = await fetch(url, { signal: AbortSignal.any(limits) });
    if (!response.ok) return false;
    const body = /** @type {{ data?: unknown } | null} */ (await response.json());
    return typeof body?.data === 'object' && body.data !== null;
  } catch {
    signal?.throwIfAborted();
    return false; // whatever it was, the feed did not answer
  }
}

/**
 * @param {string} dataDir
 * @returns {'live' | 'simulated' | null}
 */
export function rememberedSource(dataDir) {
  try {
    const { kind } = JSON.parse(fs.readFileSync(path.join(dataDir, 'source.json'), 'utf8'));
    return kind === 'live' || kind === 'simulated' ? kind : null;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT') return null;
    throw error;
  }
}

/**
 * @param {string} dataDir
 * @param {FeedSource} source
 */
export function rememberSource(dataDir, source) {
  if (source.kind === 'given' || (source.kind === 'simulated' && source.because === 'asked'))
    return;
  writePrivateJson(path.join(dataDir, 'source.json'), {
    kind: source.kind,
    chosenAt: new Date().toISOString(),
  });
}
