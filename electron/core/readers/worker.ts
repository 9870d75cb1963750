import { parentPort } from 'node:worker_threads';
import { ok } from '../../../shared/domain/result.ts';
import { readContent } from './read-bytes.ts';
import type { ReadJob, ReadReply } from './worker-messages.ts';

/**
 * The worker that reads foreign files. It has no access to the store and is killed when it takes too long or too
 * much memory; anything thrown here ends it, and the file counts as damaged.
 */
parentPort?.on('message', (job: ReadJob) => {
  const result = readContent(job.content, job.name, job.limits);
  const reply: ReadReply = { id: job.id, result: result.ok ? ok(JSON.stringify(result.value)) : result };
  parentPort?.postMessage(reply);
});
