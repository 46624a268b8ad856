/** What lies in the data folder, and who may look at it. */
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createPortal } from '../../src/portal/portal.ts'
import { createDatabase, databaseKinds, type TestDatabase } from './support/databases.ts'

describe.each(databaseKinds)('the data folder, on %s', (kind) => {
  let database: TestDatabase
  beforeEach(async () => {
    database = await createDatabase(kind)
  })
  afterEach(() => database.remove())

  const open = (demo: boolean) => {
    const { dataFolder, databaseUrl } = database
    return createPortal({ dataFolder, databaseUrl, demo, logLevel: 'silent' })
  }

  // Windows keeps others out by the folder's own list.
  test.skipIf(process.platform === 'win32')('opens none of its files to others', async () => {
    const portal = await open(true)
    const { dataFolder } = database
    for (const name of readdirSync(dataFolder)) {
      expect([name, statSync(join(dataFolder, name)).mode & 0o077]).toEqual([name, 0])
    }
    await portal.close()
  })

  test('does not go on without the secret that it lost', async () => {
    await (await open(false)).close()
    writeFileSync(join(database.dataFolder, 'pepper'), '')
    await expect(open(false)).rejects.toThrow(/pepper is damaged/)
  })

  test('serves the demonstration only to who asks for it', async () => {
    await (await open(true)).close()
    await expect(open(false)).rejects.toThrow(/--demo/)
    await (await open(true)).close()
  })
})
