#!/usr/bin/env node
/**
 * Stands in for Prisma's native schema engine: the same command line and the same JSON-RPC over
 * stdio, served by the WASM build of the engine that comes from npm. Prisma 7 otherwise downloads
 * a binary even for `generate`, which fails wherever only package registries can be reached.
 * `prisma.config.ts` points PRISMA_SCHEMA_ENGINE_BINARY here.
 *
 * Five gaps between the engine and adapter-pg are mended here, each marked "Gap".
 */
import fs from 'node:fs';
import { createRequire } from 'node:module';
import readline from 'node:readline';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils';
import * as engineBindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

/** Marks a column name on its way in, so that its type can be mended on its way out. */
const CHAR_MARK = '\u0001';
const OID_CHAR = 18;
const OID_TEXT = 25;

async function loadEngine() {
  const require = createRequire(import.meta.url);
  const wasmFile = require
    .resolve('@prisma/schema-engine-wasm')
    .replace(/schema_engine\.js$/, 'schema_engine_bg.wasm');
  const { instance } = await WebAssembly.instantiate(fs.readFileSync(wasmFile), {
    './schema_engine_bg.js': engineBindings,
  });
  engineBindings.__wbg_set_wasm(instance.exports);
  /** @type {any} */ (instance.exports).__wbindgen_start?.();
}

// Gap: the engine reports panics through a global that only Prisma's own loader defines.
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message: (/** @type {string} */ message) =>
      process.stderr.write(`${JSON.stringify({ level: 'ERROR', fields: { message } })}\n`),
  },
});

// Gap: adapter-pg does not know the catalogue type "char" that introspection reads.
const resultPrototype = /** @type {any} */ (pg).Result.prototype;
const { addFields } = resultPrototype;
resultPrototype.addFields = function addMarkedFields(/** @type {any[]} */ fields) {
  for (const field of fields) {
    if (field.dataTypeID !== OID_CHAR) continue;
    field.dataTypeID = OID_TEXT;
    field.name = CHAR_MARK + field.name;
  }
  return addFields.call(this, fields);
};

/**
 * Gap: discrete fields, never a connection string. Given a string, adapter-pg's shadow database
 * silently is the main one.
 * @param {string} url
 */
function connectionFields(url) {
  const parsed = new URL(url);
  const sslMode = parsed.searchParams.get('sslmode') ?? '';
  return {
    host: decodeURIComponent(parsed.hostname),
    port: Number(parsed.port) || 5432,
    user: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: decodeURIComponent(parsed.pathname.slice(1)),
    ssl: sslMode === 'require' || sslMode === 'verify-full' ? true : undefined,
  };
}

/**
 * @param {any} target an adapter, a factory or a transaction of adapter-pg
 * @param {string} url
 * @returns {any}
 */
function mend(target, url) {
  return new Proxy(target, {
    get(object, key) {
      const value = Reflect.get(object, key, object);
      if (typeof value !== 'function') return value;
      if (key === 'queryRaw') return (/** @type {any} */ query) => queryRaw(object, value, query);
      if (key === 'executeScript') return (/** @type {string} */ s) => executeScript(object, s);
      if (key === 'connectToShadowDb') return () => connectToShadowDb(url);
      if (key === 'connect' || key === 'startTransaction')
        return async (/** @type {any[]} */ ...args) => mend(await value.apply(object, args), url);
      return value.bind(object);
    },
  });
}

/**
 * @param {any} object
 * @param {Function} original
 * @param {any} query
 */
async function queryRaw(object, original, query) {
  const result = await original.call(object, query);
  result.columnNames.forEach((/** @type {string} */ name, /** @type {number} */ i) => {
    if (!name.startsWith(CHAR_MARK)) return;
    result.columnNames[i] = name.slice(1);
    result.columnTypes[i] = ColumnTypeEnum.Character;
  });
  return result;
}

/**
 * Gap: adapter-pg splits a script at every semicolon, also inside a function's body. Postgres
 * itself reads a whole script in one simple query.
 * @param {any} adapter
 * @param {string} script
 */
async function executeScript(adapter, script) {
  try {
    await adapter.client.query(script);
  } catch (error) {
    adapter.onError(error);
  }
}

/**
 * Gap: adapter-pg drops the shadow database before it closes the pool on it.
 * @param {string} url
 */
async function connectToShadowDb(url) {
  const admin = new pg.Client(connectionFields(url));
  const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`;
  await admin.connect();
  await admin.query(`CREATE DATABASE "${database}"`);
  const adapter = await new PrismaPg({ ...connectionFields(url), database }).connect();
  const dispose = adapter.dispose.bind(adapter);
  adapter.dispose = async () => {
    await dispose();
    await admin.query(`DROP DATABASE "${database}" WITH (FORCE)`);
    await admin.end();
  };
  return mend(adapter, url);
}

/** @param {string[]} argv */
function readArguments(argv) {
  /** @type {[string, string][]} */
  const datamodels = [];
  let url = process.env.DATABASE_URL ?? '';
  let command = '';
  for (let i = 0; i < argv.length; i++) {
    const next = argv[i + 1] ?? '';
    if (argv[i] === '--datamodels') datamodels.push([next, fs.readFileSync(next, 'utf8')]);
    else if (argv[i] === '--datasource') url = JSON.parse(next).url ?? url;
    else if (argv[i] === 'cli') command = next;
  }
  return { datamodels, url, command, version: argv.includes('--version') };
}

/**
 * `can-connect-to-database`, `create-database`: exit code 0, or 1 with the engine's error on stderr.
 * @param {string} command
 * @param {string} url
 */
async function runCommand(command, url) {
  const wanted = new URL(url);
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = new pg.Client(
    connectionFields(String(command === 'can-connect-to-database' ? wanted : admin)),
  );
  try {
    await client.connect();
    if (command === 'create-database') {
      const name = decodeURIComponent(wanted.pathname.slice(1));
      await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
    }
    await client.end();
    return 0;
  } catch (caught) {
    const error = /** @type {{ code?: string, message: string }} */ (caught);
    const fields = {
      error_code: error.code === '3D000' ? 'P1003' : 'P1001',
      message: String(error.message),
      is_panic: false,
    };
    const line = { level: 'ERROR', target: 'schema_engine::logger', fields };
    process.stderr.write(`\n${JSON.stringify(line)}`);
    return 1;
  }
}

/**
 * @param {[string, string][]} datamodels
 * @param {string} url
 */
function serve(datamodels, url) {
  /** @type {any} */
  let engine;
  let printId = 1_000_000;
  /** @param {object} message */
  const send = (message) =>
    process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);

  /** @param {{ id: number, method?: string, params: any }} request */
  async function answer({ id, method, params }) {
    if (!method) return;
    try {
      engine ??= await engineBindings.SchemaEngine.new(
        { datamodels: datamodels.length > 0 ? datamodels : undefined },
        () => {},
        bindMigrationAwareSqlAdapterFactory(mend(new PrismaPg(connectionFields(url)), url)),
      );
      const result =
        method === 'getDatabaseVersion'
          ? await engine.version(params)
          : ((await engine[method](params)) ?? null);
      if (method === 'diff' && result?.stdout != null)
        send({ id: printId++, method: 'print', params: { content: result.stdout } });
      send({ id, result });
    } catch (caught) {
      const error = /** @type {{ code?: string, message?: string }} */ (caught);
      const message = String(error.message ?? caught);
      const data = { is_panic: false, message, error_code: error.code };
      send({ id, error: { code: 4466, message, data } });
    }
  }

  let queue = Promise.resolve();
  readline
    .createInterface({ input: process.stdin })
    .on('line', (line) => {
      queue = queue.then(() => answer(JSON.parse(line)));
    })
    .on('close', () => queue.then(() => process.exit(0)));
}

const { datamodels, url, command, version } = readArguments(process.argv.slice(2));
await loadEngine();
if (version) console.log(`schema-engine-cli ${engineBindings.version()}`);
else if (command) process.exitCode = await runCommand(command, url);
else serve(datamodels, url);
