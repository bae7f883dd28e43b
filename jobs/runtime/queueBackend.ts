import { createPostgresBackend, type Processor, Queue, Worker, type WorkerOptions } from 'bullmq';
import { SteadyClient } from '@/lib/db/steadyClient';
import type { JobResult } from './jobDefinition';

/** The part of a BullMQ queue that is used, the same on both backends. */
export type JobQueue = Pick<
  Queue,
  | 'add'
  | 'upsertJobScheduler'
  | 'getJobScheduler'
  | 'removeJobScheduler'
  | 'waitUntilReady'
  | 'close'
>;
export type JobWorker = Pick<Worker, 'close' | 'waitUntilReady'>;

export interface QueueBackend {
  /** For people: where the queue lives. */
  readonly kind: 'redis' | 'postgres';
  /** @throws when it does not answer within a few seconds */
  ping(): Promise<void>;
  /** A queue to add to: fails fast while its server is away. */
  openQueue(name: string, onError: (error: Error) => void): JobQueue;
  /** A worker that waits out its server's absence. */
  openWorker(
    name: string,
    process: Processor<unknown, JobResult>,
    options: Omit<WorkerOptions, 'connection'>,
    onError: (error: Error) => void,
  ): JobWorker;
}

/** BullMQ's tables in Postgres have a schema of their own, beside the product's. */
const SCHEMA = 'bullmq';
const CONNECT_TIMEOUT_MS = 3_000;

/** Redis where there is one; else BullMQ's own backend in the product's Postgres. */
export function openQueueBackend(config: {
  redisUrl: string | undefined;
  databaseUrl: string;
}): QueueBackend {
  return config.redisUrl ? redisBackend(config.redisUrl) : postgresBackend(config.databaseUrl);
}

function redisBackend(url: string): QueueBackend {
  const failFast = { url, maxRetriesPerRequest: 1, connectTimeout: CONNECT_TIMEOUT_MS };
  const wait = { url, maxRetriesPerRequest: null, connectTimeout: CONNECT_TIMEOUT_MS };
  return {
    kind: 'redis',
    ping: () => pingRedis(url),
    openQueue(name, onError) {
      const connection = { ...failFast, enableOfflineQueue: false };
      const queue = new Queue(name, { connection });
      queue.on('error', onError);
      return queue;
    },
    openWorker(name, process, options, onError) {
      const worker = new Worker(name, process, { ...options, connection: wait });
      worker.on('error', onError);
      return worker;
    },
  };
}

function postgresBackend(connectionString: string): QueueBackend {
  const connection = {
    // BullMQ listens to its idle connections only.
    Client: SteadyClient,
    connectionString,
    schema: SCHEMA,
    migrate: true,
    max: 3,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: 'limelight-queue',
  };
  return {
    kind: 'postgres',
    ping: () => pingPostgres(connectionString),
    openQueue(name, onError) {
      const queue = new Queue(name, { connection }, createPostgresBackend);
      queue.on('error', onError);
      return queue;
    },
    openWorker(name, process, options, onError) {
      const worker = new Worker(name, process, { ...options, connection }, createPostgresBackend);
      worker.on('error', onError);
      return worker;
    },
  };
}

async function pingRedis(url: string): Promise<void> {
  const { Redis } = await import('ioredis');
  const redis = new Redis(url, {
    lazyConnect: true,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
    connectTimeout: CONNECT_TIMEOUT_MS,
    commandTimeout: CONNECT_TIMEOUT_MS,
  });
  // What goes wrong arrives as the rejection below; without a listener it would be printed too.
  redis.on('error', () => {});
  try {
    await redis.connect();
    await redis.ping();
  } finally {
    redis.disconnect();
  }
}

async function pingPostgres(connectionString: string): Promise<void> {
  const client = new SteadyClient({
    connectionString,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  await client.connect();
  await client.end();
}
