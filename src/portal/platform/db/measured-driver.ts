/** How long transactions take, noted where each of either database begins and ends. */
import type { DatabaseConnection, Driver } from 'kysely'
import type { Measures } from '../measures.ts'

/** `driver`, which notes from now on each transaction that ends. */
export function measureTransactions(
  driver: Driver,
  { transactionEnded }: Pick<Measures, 'transactionEnded'>,
): Driver {
  const begun = new WeakMap<DatabaseConnection, number>()
  const begin = driver.beginTransaction.bind(driver)
  const commit = driver.commitTransaction.bind(driver)
  const rollback = driver.rollbackTransaction.bind(driver)
  const note = (connection: DatabaseConnection, outcome: 'committed' | 'rolled_back'): void => {
    const since = begun.get(connection)
    begun.delete(connection)
    if (since !== undefined) transactionEnded(outcome, (performance.now() - since) / 1000)
  }
  return Object.assign(driver, {
    beginTransaction: async (...args: Parameters<Driver['beginTransaction']>) => {
      await begin(...args)
      begun.set(args[0], performance.now())
    },
    commitTransaction: async (connection: DatabaseConnection) => {
      await commit(connection)
      note(connection, 'committed')
    },
    rollbackTransaction: async (connection: DatabaseConnection) => {
      try {
        await rollback(connection)
      } finally {
        note(connection, 'rolled_back')
      }
    },
  })
}
