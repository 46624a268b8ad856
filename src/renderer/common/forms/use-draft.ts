/** Keeps what is typed, secrets excepted, on this computer while one goes on. */
import { useCallback, useEffect, useRef, useState } from 'react'

/** A crash loses at most what was typed within this time, in milliseconds. */
const pause = 500

export type DraftSaver = {
  /** Something was typed: save soon. */
  readonly touch: () => void
  /** A field was left: save now. */
  readonly flush: () => void
  /** Whether the last save worked. */
  readonly kept: boolean
}

type DraftOptions<Draft> = {
  /** The draft as it stands; called when it is time to save. */
  readonly read: () => Draft
  /** Whether it was kept. */
  readonly save: (draft: Draft) => Promise<boolean>
}

export function useDraft<Draft>({ read, save }: DraftOptions<Draft>): DraftSaver {
  const [kept, setKept] = useState(true)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef({ read, save })
  useEffect(() => {
    latest.current = { read, save }
  })

  const saved = useRef<string>(undefined)
  const flush = useCallback(() => {
    clearTimeout(timer.current)
    const draft = latest.current.read()
    const text = JSON.stringify(draft)
    if (text === saved.current) return
    saved.current = text
    const keep = async () => {
      const ok = await latest.current.save(draft)
      setKept(ok)
      // Tried again with the next change, even if that changes back.
      if (!ok) saved.current = undefined
    }
    void keep()
  }, [])
  const touch = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, pause)
  }, [flush])

  useEffect(() => {
    saved.current ??= JSON.stringify(latest.current.read())
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
