import { parseSync, Visitor } from 'rolldown/utils';

/**
 * What the laws need to know of one file.
 *
 * @typedef {object} SourceFile
 * @property {string} path from the project's root, with slashes
 * @property {{ specifier: string, isType: boolean }[]} imports as written, re-exports among them
 * @property {Set<string>} directives "use client", "use server"
 * @property {boolean} isBarrel holds nothing but re-exports
 * @property {string[]} exportedTypes names of types and interfaces declared here
 * @property {string[]} effects reads of clock, chance, environment, network: "Date.now()"
 */

/**
 * @param {string} path
 * @param {string} text
 * @returns {SourceFile}
 * @throws when it is not TypeScript or JavaScript
 */
export function readSourceFile(path, text) {
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  /** @type {any[]} */
  const body = program.body;
  const directives = body.filter((node) => node.directive).map((node) => String(node.directive));
  const statements = body.filter((node) => !node.directive);
  return {
    path,
    imports: [...statements.flatMap(importOf), ...innerImports(program)],
    directives: new Set(directives),
    isBarrel: statements.length > 0 && statements.every(isReexport),
    exportedTypes: statements.flatMap(exportedType),
    effects: effectsOf(program),
  };
}

/** @param {any} node */
function isReexport(node) {
  return node.type.startsWith('Export') && node.source != null;
}

/** @param {any} node */
function importOf(node) {
  if (!node.source) return [];
  const kind = node.importKind ?? node.exportKind;
  const names = node.specifiers ?? [];
  const onlyTypes =
    names.length > 0 &&
    names.every((/** @type {any} */ n) => (n.importKind ?? n.exportKind) === 'type');
  return [{ specifier: String(node.source.value), isType: kind === 'type' || onlyTypes }];
}

/** `import('x')`, in values and in types. @param {any} program */
function innerImports(program) {
  /** @type {{ specifier: string, isType: boolean }[]} */
  const found = [];
  const add = (/** @type {any} */ source, /** @type {boolean} */ isType) => {
    if (typeof source?.value === 'string') found.push({ specifier: source.value, isType });
  };
  new Visitor({
    ImportExpression: (node) => add(node.source, false),
    TSImportType: (node) => add(node.source, true),
  }).visit(program);
  return found;
}

/** @param {any} node @returns {string[]} */
function exportedType(node) {
  const { declaration } = node;
  const isType = /^TS(Interface|TypeAlias|Enum)Declaration$/.test(declaration?.type ?? '');
  return node.type === 'ExportNamedDeclaration' && isType ? [declaration.id.name] : [];
}

/** Calls that answer differently each time, and free names that reach outside. */
const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random', 'performance.now', 'process.env']);
const IMPURE_CALLS = new Set(['fetch', 'setTimeout', 'setInterval', 'require']);

/** @param {any} program */
function effectsOf(program) {
  /** @type {Set<string>} */
  const found = new Set();
  const parameters = boundNames(program);
  new Visitor({
    MemberExpression(/** @type {any} */ node) {
      const name = `${node.object.name}.${node.property.name}`;
      if (IMPURE_MEMBERS.has(name)) found.add(name);
    },
    CallExpression(/** @type {any} */ node) {
      const { name } = node.callee;
      if (IMPURE_CALLS.has(name) && !parameters.has(name)) found.add(`${name}()`);
    },
    NewExpression(/** @type {any} */ node) {
      if (node.callee.name === 'Date' && node.arguments.length === 0) found.add('new Date()');
    },
  }).visit(program);
  return [...found];
}

/** Names that the file itself binds: an injected `fetch` is no global. @param {any} program */
function boundNames(program) {
  /** @type {Set<string>} */
  const names = new Set();
  const add = (/** @type {any} */ pattern) => {
    if (pattern?.type === 'Identifier') names.add(pattern.name);
    if (pattern?.type === 'AssignmentPattern') add(pattern.left);
    if (pattern?.type === 'ObjectPattern')
      for (const property of pattern.properties) add(property.value ?? property.argument);
  };
  const addParameters = (/** @type {any} */ node) => node.params.forEach(add);
  new Visitor({
    FunctionDeclaration: addParameters,
    FunctionExpression: addParameters,
    ArrowFunctionExpression: addParameters,
    VariableDeclarator: (/** @type {any} */ node) => add(node.id),
    ImportSpecifier: (/** @type {any} */ node) => add(node.local),
  }).visit(program);
  return names;
}
