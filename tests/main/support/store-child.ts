/**
 * The store in a process of its own, on the real keychain that its environment leads to, to be killed
 * at any moment: `store-child.ts FOLDER SERVICE OWNER OPERATION [TEXT]`. Prints what came of it, a
 * line of JSON.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Notice } from '../../../src/shared/contract/notices.ts'
import { createKeychain } from '../../../src/main/platform/secrets/keychain.ts'
import { createOsKeychain } from '../../../src/main/platform/secrets/os-keychain.ts'
import { createDocuments } from '../../../src/main/store/documents.ts'
import { createStore } from '../../../src/main/store/store.ts'

const [folder = '', service = '', owner = '', operation, text = ''] = process.argv.slice(2)
const schema = z.object({ text: z.string() })
const notices: Notice[] = []
const raise = (notice: Notice) => void notices.push(notice)
// A prompt that nobody can see is given up quickly.
const keychain = createKeychain(createOsKeychain(service, 3_000), raise)
const store = createStore({ folder, keychain, raise, patienceMs: 60_000 })
const documents = createDocuments(store, raise)

const say = (what: object) =>
  new Promise((said) => {
    process.stdout.write(`${JSON.stringify({ ...what, notices })}\n`, said)
  })

await store.openFor(owner)
switch (operation ?? '') {
  case 'read':
    await say({ draft: await documents.read('draft', owner, schema) })
    break
  case 'write':
    await documents.write('draft', owner, { text })
    await say({ durable: (await store.of(owner))?.durable })
    break
  case 'destroy':
    await store.destroy(owner)
    await say({})
    break
  case 'work':
    // Until it is killed: what was said to be kept is to be there afterwards.
    for (let round = 0; ; round += 1) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await documents.write('draft', owner, { text: `${text} ${round}` })
      // oxlint-disable-next-line no-await-in-loop -- as above
      await sortMuch(text)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await say({ kept: round })
      // oxlint-disable-next-line no-await-in-loop -- the line leaves
      await pause(1)
    }
  default:
    throw new TypeError(`no such operation: ${operation ?? ''}`)
}
await store.close()

/** Fills a list and sorts by what no index has. */
async function sortMuch(words: string): Promise<void> {
  await store.within(owner, ({ transaction }) =>
    transaction((connection) => {
      const insert = connection.prepare(
        'insert or replace into rows (list, filling, id, position, fold, data) values (?,?,?,?,?,?)',
      )
      for (let at = 0; at < 500; at += 1) {
        insert.run(['buyers', 1, `${at}`, at, words, `${words} ${at % 7}`.repeat(20)])
      }
      connection.prepare('select data from rows order by data desc').all([])
    }),
  )
}
