/** Which file is whose, by what the keychain says of the key that names it. */
import type { Notice } from '../../shared/contract/notices.ts'
import { keyIn, type StoreEntries, type StoreEntry } from '../platform/secrets/store-entries.ts'
import { fingerprintOf, type StoreFiles } from './files.ts'

export type OwnEntry = { readonly id: string; readonly entry: StoreEntry }

export type Found =
  | ({ readonly kind: 'found' } & OwnEntry)
  | { readonly kind: 'none' }
  /** The keychain does not say, or only a later version of the app could tell. */
  | { readonly kind: 'unknown' }

export type Locator = {
  /**
   * The store whose entry names `owner`. A file whose key is gone from the keychain is set aside, and
   * that is said. @throws what the file system throws
   */
  readonly find: (owner: string) => Promise<Found>
  /** The keychain's entry of `owner`'s store; null where there is none, or it cannot be read. */
  readonly entryOf: (owner: string) => Promise<OwnEntry | null>
  /**
   * Destroys `owner`'s keys, then the files that they open, those that were set aside too. Whether
   * the keychain has none of them any more.
   * @param id of the file that was open, which is removed also where the keychain does not answer
   * @throws what the file system throws
   */
  readonly destroy: (owner: string, id: string | null) => Promise<boolean>
  /** As `destroy`, but for the store `id` itself: of that one what lies beside it goes. */
  readonly destroyBeside: (owner: string, id: string) => Promise<void>
}

/** Looks among `files` with what `entries` say of them; `raise` tells of what was set aside. */
export function createLocator(options: {
  readonly files: StoreFiles
  readonly entries: StoreEntries
  readonly raise: (notice: Notice) => void
}): Locator {
  const { files, entries, raise } = options

  async function entriesOf(owner: string, ids: readonly string[]): Promise<OwnEntry[]> {
    const read = await Promise.all(ids.map(async (id) => ({ id, ...(await entries.read(id)) })))
    return read.flatMap((one) =>
      one.kind === 'entry' && one.entry.owner === owner ? [{ id: one.id, entry: one.entry }] : [],
    )
  }

  async function setAsideKeyless(id: string): Promise<void> {
    const edits = await files.editsOf(id)
    await files.setAside(id)
    raise({ code: 'store_key_missing', ...(edits ? { params: { count: edits } } : {}) })
  }

  /** The key first: without it the file is nobody's to read, wherever a copy of it lies. */
  async function destroyOne(id: string): Promise<boolean> {
    const gone = await entries.remove(id)
    await files.remove(id)
    return gone
  }

  /** Also of what was set aside. */
  async function idsOf(owner: string): Promise<string[]> {
    const ids = [...(await files.list()), ...(await files.listAside())]
    return (await entriesOf(owner, ids)).map((one) => one.id)
  }

  return {
    async find(owner) {
      let found: Found = { kind: 'none' }
      for (const id of await files.list()) {
        // oxlint-disable-next-line no-await-in-loop -- a keychain answers one after the other
        const read = await entries.read(id)
        if (read.kind === 'unknown') return { kind: 'unknown' }
        if (read.kind === 'later') {
          raise({ code: 'store_newer' })
          if (found.kind === 'none') found = { kind: 'unknown' }
        } else if (read.kind === 'missing' || !isKeyOf(id, read.entry)) {
          // oxlint-disable-next-line no-await-in-loop -- as above
          await setAsideKeyless(id)
        } else if (read.entry.owner === owner) {
          found = { kind: 'found', id, entry: read.entry }
        }
      }
      return found
    },
    entryOf: async (owner) => (await entriesOf(owner, await files.list()))[0] ?? null,
    async destroy(owner, id) {
      const own = await idsOf(owner)
      const all = [...new Set(id === null ? own : [...own, id])]
      const gone = await Promise.all(all.map(destroyOne))
      return gone.every(Boolean) && entries.usable()
    },
    async destroyBeside(owner, id) {
      const others = (await idsOf(owner)).filter((one) => one !== id)
      await Promise.all([...new Set(others)].map(destroyOne))
      await files.removeBeside(id)
    },
  }
}

/** Another key in its place opens nothing; of a wrapped one that shows when it is unwrapped. */
function isKeyOf(id: string, entry: StoreEntry): boolean {
  const key = keyIn(entry)
  return key === null || fingerprintOf(key) === id
}
