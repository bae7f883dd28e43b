import { WORKER_OPTIONS } from './connectQueues';
import { queueName } from './enqueue';
import { openQueueBackend } from './queueBackend';

/** A worker process for tests: takes a job, says so, and never finishes it. */
const [queueJson = '{}', systemId = ''] = process.argv.slice(2);
const backend = openQueueBackend(JSON.parse(queueJson));
const worker = backend.openWorker(
  queueName(systemId, 'ingest'),
  () => {
    process.send?.('taken');
    return new Promise(() => {});
  },
  WORKER_OPTIONS,
  () => {},
);
await worker.waitUntilReady();
process.send?.('ready');
