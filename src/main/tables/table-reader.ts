/** Reads tables in a thread of their own; what is in memory meanwhile is bounded. */
import { Worker } from 'node:worker_threads'
import { assertNever } from '../../shared/assert-never.ts'
import { failure, success, type Result } from '../../shared/contract/result.ts'
import type { PackedRows } from './packed-rows.ts'
import type { ReaderTask } from './table-worker.ts'
import type { FromReader, TableSummary } from './table-messages.ts'

export type TableReader = {
  /**
   * Hands the rows of a table to `take`, a part at a time, and says what it was; a failure says why there is
   * none (`table_…`). The next part comes once the last one was taken.
   */
  readonly read: (
    task: ReaderTask,
    take: (rows: PackedRows) => void | Promise<void>,
  ) => Promise<Result<TableSummary>>
}

/** In MB. A table that would take more is refused, and takes nothing down with it. */
const mostMemory = 256

/** @param file of the thread's program, `table-worker` as it is built */
export function createTableReader(file: URL | string): TableReader {
  return {
    read(task, take) {
      const ended = Promise.withResolvers<Result<TableSummary>>()
      const worker = new Worker(file, {
        workerData: task,
        resourceLimits: { maxOldGenerationSizeMb: mostMemory },
      })
      async function receive(message: FromReader): Promise<void> {
        switch (message.kind) {
          case 'rows':
            await take(message.rows)
            // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, and no window
            worker.postMessage('taken')
            return
          case 'read':
            ended.resolve(success(message.summary))
            return
          case 'failed':
            ended.resolve(failure({ code: message.code, params: message.params }))
            return
          default:
            assertNever(message)
        }
      }
      worker.on('message', (message: FromReader) => {
        receive(message).catch((error: unknown) => ended.reject(error))
      })
      worker.on('error', (error: NodeJS.ErrnoException) => {
        const isFull = error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ended.resolve(
          failure(
            isFull
              ? { code: 'table_too_large', params: { max: mostMemory } }
              : { code: 'table_unreadable' },
          ),
        )
      })
      worker.on('exit', () => ended.resolve(failure({ code: 'table_unreadable' })))
      return endWith(worker, ended.promise)
    },
  }
}

async function endWith<Data>(worker: Worker, reading: Promise<Data>): Promise<Data> {
  try {
    return await reading
  } finally {
    await worker.terminate()
  }
}
