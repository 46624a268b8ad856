/**
 * What the store uses of the library. Its entries for one platform each come without types, and those
 * of the general one cannot be reached through the package's exports.
 */
declare module 'better-sqlite3-multiple-ciphers/*' {
  type Statement = {
    readonly reader: boolean
    all(parameters: readonly unknown[]): unknown[]
    get(parameters: readonly unknown[]): unknown
    run(parameters: readonly unknown[]): { changes: number; lastInsertRowid: number | bigint }
    iterate(parameters: readonly unknown[]): IterableIterator<unknown>
  }

  class Database {
    constructor(path: string, options: { fileMustExist: boolean; readonly: boolean })
    readonly inTransaction: boolean
    prepare(sql: string): Statement
    exec(sql: string): this
    close(): this
  }

  export default Database
}
