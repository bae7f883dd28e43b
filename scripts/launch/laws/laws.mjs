import { clientLaws } from './clientLaws.mjs';
import { directionLaws } from './directionLaws.mjs';
import { purityLaws } from './purityLaws.mjs';
import { tidinessLaws } from './tidinessLaws.mjs';

/**
 * One law of how files may depend on each other.
 *
 * @typedef {object} Law
 * @property {string} name what holds, as a sentence
 * @property {(graph: import('./projectGraph.mjs').ProjectGraph) => string[]} violations
 *   each as "file: what is wrong", none where it holds
 */

/** The laws of the house, all of them. @type {Law[]} */
export const LAWS = [...directionLaws, ...purityLaws, ...clientLaws, ...tidinessLaws];
