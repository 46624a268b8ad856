/** Something that happens at a moment of which a client cannot be sure. */
import type { KyselyPlugin } from 'kysely'
import { createHasher, type Hasher } from '../../../src/portal/platform/hashing/hasher.ts'
import type { Context } from '../../../src/portal/identity/context.ts'

/** `context`, in which `event` happens as soon as the next hashing (or verifying) is over. */
export async function interrupted(
  context: Context,
  of: 'hash' | 'verify',
  event: () => Promise<unknown>,
): Promise<Context> {
  const hasher = await createHasher()
  let pending: (() => Promise<unknown>) | null = event
  const happen = async () => {
    const now = pending
    pending = null
    await now?.()
  }
  const slow: Hasher = {
    ...hasher,
    hash: async (...args) => {
      const hashed = await hasher.hash(...args)
      if (of === 'hash') await happen()
      return hashed
    },
    verify: async (...args) => {
      const right = await hasher.verify(...args)
      if (of === 'verify') await happen()
      return right
    },
  }
  return { ...context, hasher: slow }
}

/** `context`, in which `event` happens as soon as the next read of the database is over. */
export function interruptedRead(context: Context, event: () => Promise<unknown>): Context {
  let pending: (() => Promise<unknown>) | null = event
  const plugin: KyselyPlugin = {
    transformQuery: ({ node }) => node,
    transformResult: async ({ result }) => {
      const now = pending
      pending = null
      await now?.()
      return result
    },
  }
  return { ...context, db: context.db.withPlugin(plugin) }
}
