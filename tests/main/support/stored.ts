/** Looks into the stores of a profile folder with the keys of its keychain, as after a restart. */
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { openDatabase } from '../../../src/main/store/database.ts'
import { loadEncryptingLibrary } from '../../../src/main/store/library.ts'
import type { MemoryKeychain } from './memory-keychain.ts'

const entrySchema = z.object({ owner: z.string(), key: z.string() })
const namesSchema = z.array(z.object({ name: z.string() }))

type Keychain = Pick<MemoryKeychain, 'entries'>

/** The names of the documents in each store, by its owner, in the order of the owners. */
export function storedDocuments(folder: string, keychain: Keychain) {
  return storedNames(folder, keychain, 'select name from documents order by name')
}

/** The resources of which any store has an answer, or rows. */
export async function storedAnswers(folder: string, keychain: Keychain): Promise<string[]> {
  const query = 'select resource as name from answers union select list from rows'
  return [...(await storedNames(folder, keychain, query)).values()].flat()
}

/** What a search of `list` looks at, of each of its rows in order. */
export async function storedFolds(
  folder: string,
  keychain: Keychain,
  list: 'alerts' | 'messages',
): Promise<string[]> {
  const query = `select fold as name from rows where list = '${list}' order by filling, position`
  return [...(await storedNames(folder, keychain, query)).values()].flat()
}

async function storedNames(
  folder: string,
  keychain: Keychain,
  query: string,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const offline = join(folder, 'offline')
  const library = await loadEncryptingLibrary()
  const stored = new Map<string, string[]>()
  const files = existsSync(offline) ? readdirSync(offline) : []
  for (const file of files.filter((name) => name.endsWith('.store'))) {
    const entry = keychain.entries.get(`store-${file.replace('.store', '')}`) ?? ''
    const { owner, key } = entrySchema.parse(JSON.parse(entry))
    const connection = openDatabase(library, join(offline, file), Buffer.from(key, 'base64url'))
    const names = connection.prepare(query).all([])
    connection.close()
    stored.set(
      owner,
      namesSchema.parse(names).map(({ name }) => name),
    )
  }
  // Files are named by random keys: their order says nothing.
  return new Map([...stored].toSorted(([one], [other]) => (one < other ? -1 : 1)))
}
