/** Keeps what is typed, secrets excepted, on this computer while one goes on. */
import { useCallback, useEffect, useRef, useState } from 'react'
import type { EnrolmentDraft } from '../../../shared/ipc/enrolment-draft.ts'
import { callPortal } from '../../lib/portal.ts'

/** A crash loses at most what was typed within this time, in milliseconds. */
const pause = 500

export type DraftKeeper = {
  /** Something was typed: save soon. */
  readonly touch: () => void
  /** A field was left: save now. */
  readonly flush: () => void
  /** Whether the last save worked. */
  readonly kept: boolean
}

/** `read` gives the draft as it stands; it is called when it is time to save. */
export function useDraft(read: () => EnrolmentDraft): DraftKeeper {
  const [kept, setKept] = useState(true)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latestRead = useRef(read)
  useEffect(() => {
    latestRead.current = read
  })

  const saved = useRef<string>(undefined)
  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const draft = latestRead.current()
    const text = JSON.stringify(draft)
    if (text === saved.current) return
    saved.current = text
    const save = async () => {
      const { ok } = await callPortal('enrolment.saveDraft', draft)
      setKept(ok)
      // Tried again with the next change, even if that changes back.
      if (!ok) saved.current = undefined
    }
    void save()
  }, [])
  const touch = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, pause)
  }, [flush])

  useEffect(() => {
    saved.current ??= JSON.stringify(latestRead.current())
    const flushWhenHidden = () => document.visibilityState === 'hidden' && flush()
    window.addEventListener('pagehide', flush)
    document.addEventListener('visibilitychange', flushWhenHidden)
    return () => {
      window.removeEventListener('pagehide', flush)
      document.removeEventListener('visibilitychange', flushWhenHidden)
      // A session that ends leads away from the page in the middle of a word.
      flush()
    }
  }, [flush])
  return { touch, flush, kept }
}
