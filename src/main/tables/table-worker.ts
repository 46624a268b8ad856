/**
 * The thread that reads tables, so that main goes on answering: it gives a part of the rows, and waits
 * until that is taken.
 */
import { once } from 'node:events'
import { parentPort, workerData } from 'node:worker_threads'
import { packRows } from './packed-rows.ts'
import { readTable } from './read-table.ts'
import {
  TableError,
  type FromReader,
  type ReadingOptions,
  type TableSource,
} from './table-messages.ts'

export type ReaderTask = { readonly source: TableSource; readonly options: ReadingOptions }

const port = parentPort
if (port === null) throw new Error('this is started as a thread')

const say = (message: FromReader) => port.postMessage(message)
// Main is compiled with this, and what it hands over is a task.
// oxlint-disable-next-line typescript/no-unsafe-assignment -- Node has no type for it
const task: ReaderTask = workerData

try {
  const summary = await readTable(task.source, task.options, async (rows) => {
    const taken = once(port, 'message')
    say({ kind: 'rows', rows: packRows(rows) })
    await taken
  })
  say({ kind: 'read', summary })
} catch (error) {
  const { code, params } = error instanceof TableError ? error : new TableError('table_unreadable')
  say({ kind: 'failed', code, params })
}
