/** Updates of the app itself, behind one interface: whatever finds, fetches and installs them. */
import type { UpdatesOffReason, UpdatesState } from '../../shared/contract/app/updates.ts'
import { success, type Result } from '../../shared/contract/result.ts'

export type Updates = {
  /** How things stand, with notes in the person's language. */
  readonly state: () => UpdatesState
  /** Asks the feed now; never rejects. */
  readonly check: () => Promise<Result<UpdatesState>>
  /** Begins to fetch what is available. */
  readonly download: () => Promise<Result<UpdatesState>>
  /** Closes the app and installs what is ready, or says why not now. */
  readonly install: (page: { readonly unsaved: boolean }) => Promise<Result<UpdatesState>>
  /** Once all of the app is closed: installs what is ready. Never rejects. */
  readonly installAtEnd: () => Promise<void>
  /** Nothing is installed at this end of the app: the system is ending as well. */
  readonly forgo: () => void
}

type Off = { readonly kind: 'off'; readonly why: UpdatesOffReason }

/** For who may not, or cannot, update itself: neither asks nor fetches anything. */
export function createNoUpdates(state: { readonly kind: 'managed' } | Off): Updates {
  const answer = async () => success(state)
  return {
    state: () => state,
    check: answer,
    download: answer,
    install: answer,
    installAtEnd: async () => undefined,
    forgo: () => undefined,
  }
}
