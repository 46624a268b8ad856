/** What everyone may read of the portal, from its last answer while it is away. */
import type { z } from 'zod'
import { success, type Result } from '../../shared/contract/result.ts'
import { metaSchema, type Meta } from '../../shared/contract/portal/meta.ts'
import {
  passwordPolicySchema,
  type PasswordPolicy,
} from '../../shared/contract/identity/password-policy.ts'
import type { Documents } from '../store/documents.ts'
import type { DocumentName } from '../store/schema.ts'
import { isPortalUnavailable } from './outage.ts'
import { readThrough, undated, unversioned } from './read-through.ts'
import type { PortalClient } from './portal-client.ts'

export type LastAnswers = {
  readonly meta: () => Promise<Result<Meta>>
  /** What was last known of it, at once; the portal is asked only where nothing is. */
  readonly knownMeta: () => Promise<Result<Meta>>
  readonly passwordPolicy: () => Promise<Result<PasswordPolicy>>
}

/** @param owner who is signed in; without anyone nothing is kept on this computer */
export function createLastAnswers(
  client: PortalClient,
  documents: Documents,
  owner: () => string | null,
): LastAnswers {
  async function orLast<Data>(
    name: DocumentName,
    schema: z.ZodType<Data>,
    call: () => Promise<Result<Data>>,
  ): Promise<Result<Data>> {
    const username = owner()
    if (username === null) return call()
    const result = await readThrough({
      async last() {
        const data = await documents.read(name, username, schema)
        return data && undated(data)
      },
      keep: ({ data }) => documents.write(name, username, data),
      ask: async () => unversioned(await call()),
    })
    return result.ok ? success(result.data.data) : result
  }

  /** Of this run: also for who is not signed in, for whom nothing is kept. */
  let known: Meta | null = null

  async function meta(): Promise<Result<Meta>> {
    const result = await orLast('meta', metaSchema, () => client.call('meta', {}))
    if (!result.ok)
      return known !== null && isPortalUnavailable(result.error) ? success(known) : result
    known = result.data
    return result
  }

  async function knownMeta(): Promise<Result<Meta>> {
    const username = owner()
    const kept = known ?? (username && (await documents.read('meta', username, metaSchema)))
    return kept ? success(kept) : meta()
  }

  return {
    meta,
    knownMeta,
    passwordPolicy: () =>
      orLast('password-policy', passwordPolicySchema, () => client.call('passwordPolicy', {})),
  }
}
