import type { AppError, Result } from '../../shared/contract/result.ts'
import type { Versioned } from './portal-client.ts'

/** What a server answers to a version that it cannot have given, or a proxy in its place. */
const refusals = new Set<AppError['code']>(['portal_answer_invalid', 'invalid_request'])

/**
 * Asks for what may be unchanged since `version`, and for the whole where that question is not
 * understood: a version that was kept from a bad answer heals by itself.
 */
export async function askIfChanged<Data>(
  version: string | null,
  ask: (etag: { readonly etag?: string }) => Promise<Result<Versioned<Data>>>,
): Promise<Result<Versioned<Data>>> {
  if (version === null) return ask({})
  const result = await ask({ etag: version })
  return !result.ok && refusals.has(result.error.code) ? ask({}) : result
}
