/** What everyone may read of the portal, from its last answer while it is away. */
import { success, type Result } from '../../shared/contract/result.ts'
import { metaSchema, type Meta } from '../../shared/contract/portal/meta.ts'
import {
  passwordPolicySchema,
  type PasswordPolicy,
} from '../../shared/contract/identity/password-policy.ts'
import type { z } from 'zod'
import type { SealedName, SealedStore } from '../store/sealed-store.ts'
import { isPortalUnavailable } from './portal-unavailable.ts'
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
  store: SealedStore,
  owner: () => string | null,
): LastAnswers {
  async function orLast<Data>(
    name: SealedName,
    schema: z.ZodType<Data>,
    call: () => Promise<Result<Data>>,
  ): Promise<Result<Data>> {
    const username = owner()
    const result = await call()
    if (username === null) return result
    if (result.ok) {
      await store.write(name, username, result.data)
      return result
    }
    const last = isPortalUnavailable(result.error) ? await store.read(name, username, schema) : null
    return last === null ? result : success(last)
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
    const kept = known ?? (username && (await store.read('meta', username, metaSchema)))
    return kept ? success(kept) : meta()
  }

  return {
    meta,
    knownMeta,
    passwordPolicy: () =>
      orLast('password-policy', passwordPolicySchema, () => client.call('passwordPolicy', {})),
  }
}
