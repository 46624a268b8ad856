/**
 * What is kept of a person on this computer: one encrypted file each, its key in the keychain. Where
 * there is no keychain the same tables live in memory.
 */
import { Mutex } from 'async-mutex'
import type { Notice } from '../../shared/contract/notices.ts'
import type { Keychain } from '../platform/secrets/keychain.ts'
import { createStoreEntries, type StoreEntry } from '../platform/secrets/store-entries.ts'
import { carryOver } from './copy.ts'
import type { Opened } from './database.ts'
import { eraseAllButNotes, eraseAnswers } from './erasing.ts'
import { asideIn, createStoreFiles } from './files.ts'
import { createLocator, type OwnEntry } from './locator.ts'
import { createSealedFiles } from './sealed-files.ts'
import { createLibrary, type Library } from './library.ts'
import { createOpener, type Opening } from './opening.ts'
import { noOwner, personKey, type PersonStore } from './person.ts'
import { createSlot, type Slot } from './slot.ts'
import { storageNotice } from './trouble.ts'

export type { PersonStore } from './person.ts'

export type Store = {
  /**
   * Opens `owner`'s store, or makes it; another person's is closed. Never rejects: what cannot be
   * opened is set aside and said, and the store is then a new one, or one in memory.
   */
  readonly openFor: (owner: string) => Promise<void>
  /** Opens a store whose key the lock had wrapped; without effect where another's is open by now. */
  readonly unlock: (owner: string, key: Buffer) => Promise<void>
  /**
   * `owner`'s store where that is the open one, else null; waits for one that is being opened. That
   * of `noOwner` is open whoever is signed in.
   * @param options.make false: null too where there is none yet
   */
  readonly of: (owner: string, options?: { readonly make: boolean }) => Promise<PersonStore | null>
  /**
   * Does `work` in `owner`'s store, and once more where the file failed meanwhile and another took its
   * place; null where that store is not, or no longer, the open one. `work` waits for nothing else.
   * @throws what `work` throws, where it is not for the file
   */
  readonly within: <Data>(
    owner: string,
    work: (store: PersonStore) => Promise<Data>,
    options?: { readonly make: boolean },
  ) => Promise<Data | null>
  /** Closes what is open and keeps what is in it: another person is here, or the app is locked. */
  readonly close: () => Promise<void>
  /** Destroys the key of `owner` and then the file, whether it is open or not. */
  readonly destroy: (owner: string) => Promise<void>
  /**
   * Of a person who signs out: as `destroy`, but for their own notes. Where there are some, these stay,
   * sealed and for this person alone, and nothing else does.
   */
  readonly leave: (owner: string) => Promise<void>
  /** Removes what the portal gave; drafts and edits that wait stay, for this person alone. */
  readonly forgetAnswers: (owner: string) => Promise<void>
  /** Moves what lives in memory to a file, once the keychain or the disk works again. */
  readonly persist: () => Promise<void>
  /**
   * Notes in clear how many of `owner`'s edits wait: where the key is lost, it is all that can be said
   * of them.
   */
  readonly noteEdits: (owner: string, count: number) => Promise<void>
  /** The keychain's entry of `owner`'s store; null where there is none, or it cannot be read. */
  readonly entry: (owner: string) => Promise<StoreEntry | null>
  /** Replaces that entry; whether the keychain has it now. */
  readonly changeEntry: (
    owner: string,
    change: (entry: StoreEntry) => StoreEntry,
  ) => Promise<boolean>
  /** Resolves when nothing waits to be written. */
  readonly settled: () => Promise<void>
}

/** A prompt for the keychain that nobody answers holds no screen up for longer. */
const defaultPatienceMs = 4_000

/**
 * The stores in `folder`, with their keys in `keychain`; `raise` tells of what cannot be opened or kept.
 * @param options.library what opens databases, where it is not the installed one
 * @param options.patienceMs how long a store is waited for while the keychain may be asking to be
 * unlocked; until it answers, what is kept is kept in memory
 */
export function createStore(options: {
  readonly folder: string
  readonly keychain: Keychain
  readonly raise: (notice: Notice) => void
  readonly library?: () => Promise<Library>
  readonly patienceMs?: number
}): Store {
  const { folder, keychain, raise, patienceMs = defaultPatienceMs } = options
  const entries = createStoreEntries(keychain)
  const files = createStoreFiles(folder)
  const locator = createLocator({ files, entries, raise })
  const opener = createOpener({
    files,
    locator,
    sealed: createSealedFiles({ folder, aside: asideIn(folder), keychain, raise }),
    entries,
    library: options.library ?? createLibrary(() => raise({ code: 'store_unavailable' })),
    raise,
  })
  /** Openings and ends in the order in which they were asked for. */
  const changes = new Mutex()
  /** Of who is signed in, or was the last to be. */
  let person: Slot | null = null
  let nobody: Slot | null = null
  /** What could not be kept in a file, of those who are not here: until the app ends. */
  const inMemory = new Map<string, Opened>()
  /** Whose key the keychain did not give away. */
  const undestroyed = new Map<string, string | null>()

  function begin(owner: string, key: Buffer | null, former: Slot | null, make = true): Slot {
    const opening = changes.runExclusive(async () => {
      await end(former)
      const left = undestroyed.get(owner)
      if (left !== undefined) await destroyNow(owner, left)
      const opened = await opener.open({ owner, make, key })
      return opened.kind === 'opened' ? withLeft(owner, opened) : opened
    })
    return createSlot({ owner, make, opener, opening, patienceMs, raise })
  }

  /** What of `owner` lived in memory when it was closed goes on in what is opened now. */
  function withLeft(owner: string, opening: Opening & { readonly kind: 'opened' }): Opening {
    const left = inMemory.get(owner)
    if (left === undefined) return opening
    inMemory.delete(owner)
    const { opened } = opening
    try {
      if (opened.kept.kind === 'file') {
        carryOver(left, opened)
        return opening
      }
    } catch (error) {
      raise(storageNotice(error))
    }
    opened.connection.close()
    return { kind: 'opened', opened: left }
  }

  /** Closes it; what lives in memory alone stays there. */
  async function end(slot: Slot | null): Promise<void> {
    const left = await slot?.close()
    if (slot && left) inMemory.set(slot.owner, left)
  }

  function openAs(owner: string, key: Buffer | null): Promise<void> {
    const former = person
    person = begin(owner, key, former)
    return person.opened()
  }

  async function slotOf(username: string, make: boolean): Promise<Slot | null> {
    const owner = personKey(username)
    if (owner !== noOwner) return person?.owner === owner ? person : null
    const slot = (nobody ??= begin(noOwner, null, null, make))
    if ((await slot.store()) !== null) return slot
    // There was none; who asked only for what there is may not have been the last to ask.
    if (nobody === slot) nobody = null
    return make ? slotOf(owner, make) : null
  }

  /** The slot of `owner` is nobody's any more: what comes late finds none. */
  function release(owner: string): Slot | null {
    if (owner === noOwner) {
      const slot = nobody
      nobody = null
      return slot
    }
    const slot = person?.owner === owner ? person : null
    if (slot !== null) person = null
    return slot
  }

  async function destroyNow(owner: string, id: string | null): Promise<void> {
    if (await opener.destroy(owner, id)) undestroyed.delete(owner)
    else undestroyed.set(owner, id)
  }

  /** How many notes are left of a store that nobody finds any more. */
  async function eraseButNotes(slot: Slot): Promise<number> {
    await slot.settled()
    try {
      return (await slot.within((store) => store.exclusive(eraseAllButNotes))) ?? 0
    } catch (error) {
      raise(storageNotice(error))
      // Whether there are any is not known.
      return 1
    }
  }

  /** Null too where the folder cannot be read. */
  async function entryOf(username: string): Promise<OwnEntry | null> {
    try {
      return await locator.entryOf(personKey(username))
    } catch (error) {
      raise(storageNotice(error))
      return null
    }
  }

  const within: Store['within'] = async (owner, work, { make } = { make: true }) => {
    const slot = await slotOf(owner, make)
    return slot === null ? null : slot.within(work)
  }

  return {
    async openFor(username) {
      const owner = personKey(username)
      await (person?.owner === owner ? person.opened() : openAs(owner, null))
    },
    async unlock(username, key) {
      const owner = personKey(username)
      if (person === null || person.owner === owner) await openAs(owner, key)
    },
    async of(owner, { make } = { make: true }) {
      const slot = await slotOf(owner, make)
      return slot === null ? null : slot.store()
    },
    within,
    async close() {
      const former = [person, nobody]
      person = null
      nobody = null
      await changes.runExclusive(() => Promise.all(former.map(end)))
    },
    async destroy(username) {
      const owner = personKey(username)
      const slot = release(owner)
      await changes.runExclusive(async () => {
        const left = await slot?.close()
        left?.connection.close()
        inMemory.delete(owner)
        await destroyNow(owner, (await slot?.fileId()) ?? null)
      })
    },
    async leave(username) {
      const owner = personKey(username)
      // Of who is not here any more it is opened once more: what is in it has to go.
      const slot = release(owner) ?? (owner === noOwner ? null : begin(owner, null, null, false))
      await changes.runExclusive(async () => {
        const notes = slot === null ? 0 : await eraseButNotes(slot)
        const id = (await slot?.fileId()) ?? null
        const left = await slot?.close()
        inMemory.delete(owner)
        if (notes === 0) {
          left?.connection.close()
          return destroyNow(owner, id)
        }
        if (left) inMemory.set(owner, left)
        if (id !== null) await opener.destroyBeside(owner, id)
      })
    },
    async forgetAnswers(owner) {
      await within(owner, (store) => store.exclusive(eraseAnswers), { make: false })
    },
    async persist() {
      await changes.runExclusive(async () => {
        for (const [owner, id] of undestroyed) {
          // oxlint-disable-next-line no-await-in-loop -- a keychain answers one after the other
          await destroyNow(owner, id)
        }
      })
      await Promise.all([person?.persist(), nobody?.persist()])
    },
    async noteEdits(owner, count) {
      const slot = person?.owner === personKey(owner) ? person : null
      await changes.runExclusive(async () => {
        // Of a store that was closed or destroyed meanwhile nothing is to be left behind.
        const id = slot !== null && slot === person ? await slot.fileId() : null
        try {
          if (id !== null) await files.noteEdits(id, count)
        } catch (error) {
          raise(storageNotice(error))
        }
      })
    },
    async entry(owner) {
      return (await entryOf(owner))?.entry ?? null
    },
    async changeEntry(owner, change) {
      const own = await entryOf(owner)
      return own !== null && entries.write(own.id, change(own.entry))
    },
    async settled() {
      await Promise.all([person?.settled(), nobody?.settled()])
      await changes.waitForUnlock()
    },
  }
}
