const SLOW_MS = 2_000;
const isTty = Boolean(process.stdout.isTTY);
const useColour = isTty && !process.env.NO_COLOR;

/** @param {string} code @param {string} text */
const paint = (code, text) => (useColour ? `\u001b[${code}m${text}\u001b[0m` : text);
/** @param {string} text */
export const bold = (text) => paint('1', text);
/** @param {string} text */
export const dim = (text) => paint('2', text);
/** @param {string} text */
export const red = (text) => paint('31', text);
/** @param {string} text */
export const yellow = (text) => paint('33', text);
/** @param {string} text */
export const green = (text) => paint('32', text);

/** @param {string} text */
export function say(text) {
  process.stdout.write(`${text}\n`);
}

/**
 * A notice nobody can miss: framed by rules, in bold.
 *
 * @param {string[]} lines
 */
export function sayLoud(lines) {
  const rule = yellow('/'.repeat(72));
  say(['', rule, ...lines.map((line) => `  ${bold(line)}`), rule, ''].join('\n'));
}

/**
 * Runs one step of work and says how it goes: nothing while it is quick, the seconds once it
 * takes more than two, and one line at its end.
 *
 * @template T
 * @param {string} doing what is under way, as in "Building the pages"
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(doing, work) {
  const startedAtMs = performance.now();
  const elapsedS = () => (performance.now() - startedAtMs) / 1000;
  let announced = false;
  const timer = setInterval(
    () => {
      const text = `  ${doing} ... ${elapsedS().toFixed(0)} s`;
      if (isTty) process.stdout.write(`\r${text}`);
      else if (!announced || Math.round(elapsedS()) % 10 === 0) say(text);
      announced = true;
    },
    isTty ? 1_000 : SLOW_MS,
  );
  /** @param {string} mark */
  const end = (mark) => {
    clearInterval(timer);
    const took = elapsedS() * 1000 > SLOW_MS ? dim(` (${elapsedS().toFixed(1)} s)`) : '';
    say(`${isTty && announced ? '\r\u001b[2K' : ''}${mark} ${doing}${took}`);
  };
  try {
    const result = await work();
    end(green('✓'));
    return result;
  } catch (error) {
    end(red('✗'));
    throw error;
  }
}
