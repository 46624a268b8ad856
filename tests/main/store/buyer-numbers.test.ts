/** Buyers that were kept before they were found by their number are found by it once the store is opened. */
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { indexOfBuyer } from '../../../src/main/services/credit/credit-windows.ts'
import { openDatabase, storeKeyBytes } from '../../../src/main/store/database.ts'
import { loadEncryptingLibrary } from '../../../src/main/store/library.ts'
import { migrations } from '../../../src/main/store/migrate.ts'
import { buyerNumbers } from '../../../src/main/store/migrations/0006-buyer-numbers.ts'
import { buyer } from '../support/portfolio-rows.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

const written = [
  { country: 'BE', registrationNumber: '0202239951' },
  { country: 'BE', registrationNumber: 'BE 0202.239.951' },
  { country: 'NL', registrationNumber: 'nl004495445b01' },
  { country: 'DE', registrationNumber: 'HRB 12345/6' },
  { country: 'FR', registrationNumber: '732-829-320' },
  { country: 'IT', registrationNumber: '000' },
  { country: 'ES', registrationNumber: null },
].map((more, index) => buyer(`b${index}`, more))

it('by what a buyer that is read now has', async () => {
  await using stack = new AsyncDisposableStack()
  const library = await loadEncryptingLibrary()
  const path = join(temporaryFolder(stack), 'one.store')
  const key = Buffer.alloc(storeKeyBytes, 0x5a)
  const former = migrations.slice(0, migrations.indexOf(buyerNumbers))
  const before = openDatabase(library, path, key, 'make', former)
  const insert = before.prepare(
    `insert into rows (list, filling, id, position, fold, data) values (?, 1, ?, ?, '', ?)`,
  )
  for (const [position, one] of written.entries()) {
    insert.run(['buyers', one.id, position, JSON.stringify(one)])
  }
  insert.run(['buyers', 'broken', written.length, 'no JSON'])
  insert.run(['messages', 'm', 0, JSON.stringify({ registrationNumber: '1', country: 'BE' })])
  before.close()
  const after = openDatabase(library, path, key, 'existing')
  stack.defer(() => after.close())
  const rows = after.prepare('select id, subject from rows order by list, position').all([])
  expect(rows).toEqual([
    ...written.map((one) => ({ id: one.id, subject: indexOfBuyer(one).subject })),
    { id: 'broken', subject: null },
    { id: 'm', subject: null },
  ])
})
