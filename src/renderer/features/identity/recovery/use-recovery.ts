import { useCallback, useEffect, useRef, useState } from 'react'
import type { RecoveryView } from '../../../../shared/contract/identity/recovery-view.ts'
import type { AppError, Result } from '../../../../shared/contract/result.ts'
import { i18n } from '../../../common/i18n/i18n.ts'
import { callPortal } from '../../../common/data/portal.ts'

/** Where it stands; its seconds count from `at`, in milliseconds since the epoch. */
export type OpenRecovery = {
  readonly kind: 'open'
  readonly view: RecoveryView
  readonly at: number
  /** The request before this one has ended: it took too long, or all its tries are used. */
  readonly over: boolean
}

export type AnswersView = Extract<RecoveryView, { step: 'answers' }>

/** Takes a step; null where the request turned out to have ended, which the page then says. */
export type Take = (
  call: () => Promise<Result<RecoveryView>>,
) => Promise<Result<RecoveryView> | null>

export type RecoveryState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly error: AppError }
  | OpenRecovery

const open = (view: RecoveryView, over = false): OpenRecovery => ({
  kind: 'open',
  view,
  at: Date.now(),
  over,
})

/**
 * A forgotten password, apart from how it looks. Main keeps where it stands, also when the page or
 * the app was closed in the middle; what is typed stays in the forms.
 */
export function useRecovery() {
  const [state, setState] = useState<RecoveryState>({ kind: 'loading' })
  /** Counts what has been asked, so that an answer that comes late changes nothing. */
  const asked = useRef(0)
  /** A step is under way. */
  const taking = useRef(false)

  /** Forgets a request that has ended; the username stays. */
  const beginAgain = useCallback(async () => {
    await callPortal('recovery.leave', {})
    const result = await callPortal('recovery.read', {})
    setState(open(result.ok ? result.data : { step: 'username', username: null }, true))
  }, [])

  const read = useCallback(async () => {
    asked.current += 1
    const turn = asked.current
    const result = await callPortal('recovery.read', {})
    if (turn !== asked.current) return
    if (result.ok) {
      setState((before) =>
        // Main has forgotten what is done; the page stays until it is left.
        before.kind === 'open' && before.view.step === 'done'
          ? before
          : open(result.data, before.kind === 'open' && before.over),
      )
    } else if (result.error.code === 'flow_expired') {
      await beginAgain()
    } else {
      // Only the texts would have changed: what is on screen can still be used.
      setState((before) =>
        before.kind === 'open' ? before : { kind: 'failed', error: result.error },
      )
    }
  }, [beginAgain])

  useEffect(() => {
    const readAgain = () => void read()
    readAgain()
    // The questions' texts come in the language on screen.
    i18n.on('languageChanged', readAgain)
    return () => i18n.off('languageChanged', readAgain)
  }, [read])

  const take: Take = async (call) => {
    asked.current += 1
    taking.current = true
    const result = await call()
    taking.current = false
    if (result.ok) {
      setState(open(result.data))
      return result
    }
    const left = triesLeft(result.error)
    if (result.error.code === 'flow_expired' || left === 0) {
      await beginAgain()
      return null
    }
    if (left !== null) setState((before) => withChanges(before, { attemptsLeft: left }))
    if (result.error.code === 'code_expired') {
      setState((before) => withChanges(before, { codeExpiresIn: 0 }))
    }
    return result
  }

  /** Its time is up: nobody is to go on filling in what is over. A step under way finds out itself. */
  const end = useCallback(() => {
    if (!taking.current) void beginAgain()
  }, [beginAgain])

  return { state, read, take, end }
}

/** When the request on screen ends, in milliseconds since the epoch; null where it does not. */
export function endOf({ view, at }: OpenRecovery): number | null {
  return view.step === 'answers' || view.step === 'password' ? at + view.expiresIn * 1000 : null
}

/** How many tries the portal says are left, where it says so. */
function triesLeft({ code, params }: AppError): number | null {
  const left = params?.['attemptsLeft']
  return code === 'verification_failed' && typeof left === 'number' ? left : null
}

function withChanges(state: RecoveryState, changes: Partial<AnswersView>): RecoveryState {
  return state.kind === 'open' && state.view.step === 'answers'
    ? { ...state, view: { ...state.view, ...changes } }
    : state
}
