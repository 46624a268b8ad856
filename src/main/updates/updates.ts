/** Updates of the app itself, behind one interface: whatever fetches and installs them. */
import type { UpdatesOffReason, UpdatesState } from '../../shared/contract/app/updates.ts'
import { success, type Result } from '../../shared/contract/result.ts'

export type Updates = {
  /** How things stand, with notes in the person's language. */
  readonly state: () => UpdatesState
  /** Asks the feed now. */
  readonly check: () => Promise<Result<UpdatesState>>
  /** Begins to fetch what is available. */
  readonly download: () => Promise<Result<UpdatesState>>
  /** Closes the app and installs what is ready, or says why not now. */
  readonly install: (page: { readonly unsaved: boolean }) => Promise<Result<UpdatesState>>
}

/** Says so, and neither asks nor fetches anything. */
export function createUpdatesOff(why: UpdatesOffReason): Updates {
  const state = { kind: 'off', why } as const
  const answer = async () => success(state)
  return { state: () => state, check: answer, download: answer, install: answer }
}
