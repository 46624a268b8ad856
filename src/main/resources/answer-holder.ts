/** Where answers are kept: in the store of who is signed in, or for this run where nobody is. */
import type { PersonStore } from '../store/store.ts'
import {
  readAnswer,
  removeAnswer,
  writeAnswer,
  type AnswerKey,
  type Db,
  type KeptAnswer,
} from './kept-answers.ts'

export type AnswerHolder = {
  /** As `personKey` writes it; null where nobody is signed in. */
  readonly owner: string | null
  /** Null where there is none, or the store cannot be read. */
  readonly read: (key: AnswerKey) => Promise<KeptAnswer | null>
  /** A store that cannot be written is told of; what was asked for is shown all the same. */
  readonly write: (key: AnswerKey, answer: KeptAnswer) => Promise<void>
  readonly remove: (key: AnswerKey) => Promise<void>
  /** Whether it is still the place: somebody may have signed out, or another person in. */
  readonly isCurrent: () => Promise<boolean>
}

/**
 * @param options.onFailure told what the store threw, where it is still the place to keep things
 */
export function holderOf(options: {
  readonly person: PersonStore
  readonly isCurrent: () => Promise<boolean>
  readonly onFailure: (error: unknown) => void
}): AnswerHolder {
  const { person, isCurrent, onFailure } = options

  async function orElse<Data>(otherwise: Data, work: (db: Db) => Promise<Data>): Promise<Data> {
    try {
      return await work(person.db)
    } catch (error) {
      // One that was closed or destroyed meanwhile is no failure: nothing is to be kept any more.
      if (await isCurrent()) onFailure(error)
      return otherwise
    }
  }

  return {
    owner: person.owner,
    read: (key) => orElse(null, (db) => readAnswer(db, key)),
    write: (key, answer) => orElse(undefined, (db) => writeAnswer(db, key, answer)),
    remove: (key) => orElse(undefined, (db) => removeAnswer(db, key)),
    isCurrent,
  }
}

/** Keeps what everybody may read, for this run. */
export function createMemoryHolder(): AnswerHolder {
  const answers = new Map<string, KeptAnswer>()
  return {
    owner: null,
    read: async (key) => answers.get(textOf(key)) ?? null,
    async write(key, answer) {
      answers.set(textOf(key), answer)
    },
    async remove(key) {
      answers.delete(textOf(key))
    },
    isCurrent: async () => true,
  }
}

function textOf({ resource, params }: AnswerKey): string {
  return `${resource} ${params}`
}

/** As `holder`; what everybody may read is at hand, too, from before somebody signed in. */
export function withMemory(holder: AnswerHolder, memory: AnswerHolder): AnswerHolder {
  return {
    ...holder,
    read: async (key) => (await holder.read(key)) ?? memory.read(key),
    async write(key, answer) {
      await memory.write(key, answer)
      await holder.write(key, answer)
    },
  }
}
