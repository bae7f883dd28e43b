/**
 * What Node is given to run the web process. A page makes some MB of short-lived objects: young
 * space for a few of them at once saves a tenth of the CPU.
 */
export const WEB_ARGS = ['--max-semi-space-size=64', 'scripts/web.mjs'];
