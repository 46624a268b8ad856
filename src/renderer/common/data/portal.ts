/** Calls to main. Two ways: as a `Result`, or thrown as `PortalError` where TanStack Query wants it. */
import type { RouteName } from '../../../shared/contract/channels.ts'
import type { AppError, Result } from '../../../shared/contract/result.ts'
import type { RouteInput, RouteOutput } from '../../../shared/contract/routes.ts'

/** A failed call as an exception; `error.code` is what gets translated. */
export class PortalError extends Error {
  readonly error: AppError

  constructor(error: AppError) {
    super(error.code)
    this.name = 'PortalError'
    this.error = error
  }
}

/** Calls main. Never rejects: every failure is a `Result` with a code. */
export async function callPortal<Name extends RouteName>(
  name: Name,
  input: RouteInput<Name>,
): Promise<Result<RouteOutput<Name>>> {
  try {
    return await window.portal.call(name, input)
  } catch {
    // Main answers failures as data; this is the bridge itself being gone (main has crashed).
    return { ok: false, error: { code: 'unexpected' } }
  }
}

/** Calls main for a query or a mutation. Throws `PortalError` and nothing else. */
export async function fetchFromPortal<Name extends RouteName>(
  name: Name,
  input: RouteInput<Name>,
): Promise<RouteOutput<Name>> {
  const result = await callPortal(name, input)
  if (!result.ok) throw new PortalError(result.error)
  return result.data
}
