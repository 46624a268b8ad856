/** What a person can do with documents; each says what came of it. */
import { useCallback, useRef, useState } from 'react'
import type { Attached } from '../../../../shared/contract/collectnet/documents.ts'
import type { DocumentPlace, RefusedFile } from '../../../../shared/contract/collectnet/routes.ts'
import type { AppError, Result } from '../../../../shared/contract/result.ts'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import { callPortal } from '../../../common/data/portal.ts'

type Picked = RouteOutput<'collectnet.pickDocuments'>

export type DocumentsOutcome = {
  /** Files that were not taken, each with why. */
  readonly refused: readonly RefusedFile[]
  readonly error: AppError | null
  /** Under which name one was saved. */
  readonly saved: string | null
}

const nothing: DocumentsOutcome = { refused: [], error: null, saved: null }

/** Choosing, opening and saving, one at a time. */
export function useDocuments() {
  const [outcome, setOutcome] = useState(nothing)
  const [busy, setBusy] = useState<string | null>(null)
  const isUnderWay = useRef(false)

  /** @param what is under way meanwhile */
  async function during<Data>(
    what: string,
    ask: () => Promise<Result<Data>>,
  ): Promise<Data | null> {
    if (isUnderWay.current) return null
    isUnderWay.current = true
    setBusy(what)
    setOutcome(nothing)
    const result = await ask()
    isUnderWay.current = false
    setBusy(null)
    if (!result.ok) setOutcome({ ...nothing, error: result.error })
    return result.ok ? result.data : null
  }

  return {
    outcome,
    /** `pick`, or the id of the document that is being opened or saved. */
    busy,
    async choose(ask: () => Promise<Result<Picked>>): Promise<Picked['kept']> {
      const picked = await during('pick', ask)
      if (picked !== null) setOutcome({ ...nothing, refused: picked.refused })
      return picked?.kept ?? []
    },
    async open(id: string, place: DocumentPlace) {
      await during(id, () => callPortal('collectnet.openDocument', place))
    },
    async save(id: string, place: DocumentPlace) {
      const saved = await during(id, () => callPortal('collectnet.saveDocument', place))
      if (saved?.kind === 'saved') setOutcome({ ...nothing, saved: saved.fileName })
    },
  }
}

export type DocumentActions = ReturnType<typeof useDocuments>

/** The documents of a case that is being entered, each kept on this computer from the moment it was chosen. */
export function useAttached(first: Attached[]) {
  const [documents, setDocuments] = useState(first)
  const removed = useRef<string[]>([])
  /** Keeps the draft with those that it has now; what it has no more may go. */
  const settle = useCallback((flush: () => void) => {
    flush()
    const ids = removed.current.splice(0)
    if (ids.length > 0) void callPortal('collectnet.dropDocuments', { ids })
  }, [])
  return {
    documents,
    add: (more: readonly Attached[]) => setDocuments((present) => [...present, ...more]),
    remove(id: string) {
      removed.current.push(id)
      setDocuments((present) => present.filter((one) => one.id !== id))
    },
    settle,
  }
}
export type AttachedFiles = ReturnType<typeof useAttached>
