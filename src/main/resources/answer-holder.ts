/** Where answers are kept: in the store of who is signed in, or for this run where nobody is. */
import type { Db } from '../store/schema.ts'
import type { Store } from '../store/store.ts'
import {
  keptParams,
  readAnswer,
  removeAnswer,
  trimAnswers,
  writeAnswer,
  type AnswerKey,
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
  /** Keeps the latest `most` answers of a resource. */
  readonly trim: (resource: string, most: number) => Promise<void>
  /** The questions that its answers are kept for, the latest first. */
  readonly questions: (resource: string) => Promise<readonly string[]>
  /** Whether it is still the place: somebody may have signed out, or another person in. */
  readonly isCurrent: () => boolean
}

/**
 * @param options.owner as `personKey` writes it
 * @param options.onFailure told what the store threw
 */
export function holderOf(options: {
  readonly store: Store
  readonly owner: string
  readonly isCurrent: () => boolean
  readonly onFailure: (error: unknown) => void
}): AnswerHolder {
  const { store, owner, isCurrent, onFailure } = options

  async function inStore<Data>(work: (db: Db) => Promise<Data>): Promise<Data | null> {
    try {
      return await store.within(owner, ({ db }) => work(db))
    } catch (error) {
      onFailure(error)
      return null
    }
  }

  return {
    owner,
    read: (key) => inStore((db) => readAnswer(db, key)),
    async write(key, answer) {
      await inStore((db) => writeAnswer(db, key, answer))
    },
    async remove(key) {
      await inStore((db) => removeAnswer(db, key))
    },
    async trim(resource, most) {
      await inStore((db) => trimAnswers(db, resource, most))
    },
    questions: async (resource) => (await inStore((db) => keptParams(db, resource))) ?? [],
    isCurrent,
  }
}

/** In the store of `owner` while `db` is one of its transactions: what that throws is the caller's. */
export function holderIn(db: Db, owner: string): AnswerHolder {
  return {
    owner,
    read: (key) => readAnswer(db, key),
    write: (key, answer) => writeAnswer(db, key, answer),
    remove: (key) => removeAnswer(db, key),
    trim: (resource, most) => trimAnswers(db, resource, most),
    questions: (resource) => keptParams(db, resource),
    isCurrent: () => true,
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
    // What everybody may read is little.
    trim: async () => undefined,
    questions: async () => [],
    isCurrent: () => true,
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
