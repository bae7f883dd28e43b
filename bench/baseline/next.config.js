import path from 'node:path';
import product from '../../next.config.js';

/** The product's own settings, with the sources of the product in reach. */
const root = path.resolve(import.meta.dirname, '..', '..');

/** @type {import('next').NextConfig} */
export default { ...product, distDir: '.next', turbopack: { root } };
