/** What a portal in this process sends to its database, in the words of the driver. */
import { StatementSync } from 'node:sqlite'
import { Client } from 'pg'
import { onTestFinished } from 'vitest'
import { z } from 'zod'

export type Statement = {
  readonly text: string
  /** Whether PostgreSQL is asked to keep it by name; SQLite's are all kept. */
  readonly named: boolean
}

const querySchema = z.object({ text: z.string(), name: z.string().optional() })

/** Records from now on until the end of the test; `take` answers what came since the last time. */
export function recordStatements(): { readonly take: () => Statement[] } {
  const recorded: Statement[] = []
  const recordSqlite = (statement: unknown): void => {
    if (statement instanceof StatementSync) {
      recorded.push({ text: statement.sourceSQL, named: true })
    }
  }
  onCall(StatementSync.prototype, 'all', recordSqlite)
  onCall(StatementSync.prototype, 'run', recordSqlite)
  onCall(Client.prototype, 'query', (_, [query]) => {
    const { success, data } = querySchema.safeParse(
      typeof query === 'string' ? { text: query } : query,
    )
    if (success) recorded.push({ text: data.text, named: data.name !== undefined })
  })
  return { take: () => recorded.splice(0) }
}

/** Has `before` hear of each call of a method, until the end of the test. */
function onCall(
  prototype: object,
  name: string,
  before: (self: unknown, parameters: readonly unknown[]) => void,
): void {
  const method: unknown = Reflect.get(prototype, name)
  if (typeof method !== 'function') throw new Error(`There is no method ${name}`)
  const heard = function call(this: unknown, ...parameters: unknown[]): unknown {
    before(this, parameters)
    const result: unknown = Reflect.apply(method, this, parameters)
    return result
  }
  Reflect.set(prototype, name, heard)
  onTestFinished(() => {
    Reflect.set(prototype, name, method)
  })
}
