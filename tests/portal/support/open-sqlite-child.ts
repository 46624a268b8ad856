/** A thread that opens each of `files` at the moment at which all the others do, and ends with what failed. */
import { workerData } from 'node:worker_threads'
import { z } from 'zod'
import { NodeSqliteDialect } from '../../../src/portal/platform/db/node-sqlite-dialect.ts'

const { files, arrivals, threads } = z
  .object({
    files: z.array(z.string()),
    arrivals: z.instanceof(Int32Array),
    threads: z.number(),
  })
  .parse(workerData)

const failures: unknown[] = []
for (const [round, file] of files.entries()) {
  Atomics.add(arrivals, 0, 1)
  // Without sleeping: waking up takes one longer than another.
  while (Atomics.load(arrivals, 0) < (round + 1) * threads);
  try {
    new NodeSqliteDialect(file).changes()
  } catch (error) {
    failures.push(error)
  }
}
// Not before: the others would wait for this one.
if (failures.length > 0) throw new AggregateError(failures, String(failures[0]))
