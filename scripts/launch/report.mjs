import { bold, dim, green, red, say, sayLoud, yellow } from './terminal.mjs';

const WARN = 40;
const ERROR = 50;
const REPEAT_MS = 60_000;
const MAX_LENGTH = 160;
/** How the worker says that the feed which a simulated city stands in for is back. */
const LIVE_AGAIN = /live feed answers/i;

/** @param {string} what @param {string} choice */
export function sayChoice(what, choice) {
  say(`${green('✓')} ${what}: ${choice}`);
}

/**
 * @param {import('./source.mjs').FeedSource} source
 * @param {string} feedUrl
 */
export function announceSource({ kind, because, liveAnswers }, feedUrl) {
  if (kind === 'simulated') return sayLoud(simulatedNotice(because));
  const remark = liveAnswers === false ? ' (silent now: the last data stay, with their age)' : '';
  sayChoice('Source', `${kind === 'live' ? 'the live feed' : 'FEED_URL'}, ${feedUrl}${remark}`);
}

/** @param {import('./source.mjs').FeedSource['because']} because */
function simulatedNotice(because) {
  const first = 'SIMULATED CITY: every station, bike and number is invented.';
  if (because === 'asked')
    return [first, 'Asked for with --demo. Without it the live feed is used.'];
  const why =
    because === 'remembered'
      ? 'The live feed still does not answer, so the invented city of the last start goes on.'
      : 'The live feed cannot be reached from here.';
  return [first, why, 'When it answers: npm start -- --live'];
}

/** @param {import('./stack.mjs').Stack} stack */
export function announceReady({ url, admin }) {
  say('');
  say(bold(`Limelight is ready at ${url}`));
  say(signInHint(admin));
  say(dim('Ctrl-C stops it.'));
}

/** @param {import('./database.mjs').FirstAdmin} admin */
function signInHint({ email, password, created }) {
  if (password)
    return `Sign in as ${bold(email)} with the password ${bold(password)} (shown once).`;
  if (created) return `Sign in as ${bold(email)} with the password of ADMIN_PASSWORD.`;
  return `Sign in as ${bold(email)} with the password it was given.`;
}

/**
 * What of the children's output reaches the terminal: warnings and errors, shortened, the same
 * one at most once a minute. Their log files hold everything.
 *
 * @param {() => number} nowMs
 */
export function childReporter(nowMs = Date.now) {
  /** @type {Map<string, number>} */
  const saidAtMs = new Map();
  return {
    /** @param {string} name @param {import('./childLog.mjs').LogEntry} entry */
    onLog(name, { level, message }) {
      if (LIVE_AGAIN.test(message)) {
        sayLoud(['The live feed answers again.', 'To switch to it: npm start -- --live']);
        return;
      }
      if (level < WARN) return;
      const text = `${name}: ${message.replace(/\s+/g, ' ').slice(0, MAX_LENGTH)}`;
      const last = saidAtMs.get(text);
      if (last !== undefined && nowMs() - last < REPEAT_MS) return;
      if (saidAtMs.size > 1000) saidAtMs.clear();
      saidAtMs.set(text, nowMs());
      say(level >= ERROR ? red(text) : yellow(text));
    },
    /** @param {string} name @param {string} how @param {number} againInMs */
    onFall(name, how, againInMs) {
      say(red(`${name} ended by itself (${how}); starting it again in ${againInMs / 1000} s.`));
    },
  };
}
