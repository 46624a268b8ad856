/** Opening and saving a document: main fetches it, looks at it, and asks where to. */
import { useState } from 'react'
import type { AppError } from '../../../shared/contract/result.ts'
import { callPortal } from '../../common/data/portal.ts'

type State = {
  /** The document that is on its way, and what for. */
  readonly busy: { readonly id: string; readonly deed: 'open' | 'save' } | null
  /** Under which name the last one was saved; null where none was. */
  readonly saved: string | null
  readonly error: AppError | null
}

const idle: State = { busy: null, saved: null, error: null }

/** One at a time: while one is on its way, another waits to be asked for. */
export function useDocumentFile() {
  const [state, setState] = useState(idle)
  const open = async (id: string) => {
    if (state.busy !== null) return
    setState({ ...idle, busy: { id, deed: 'open' } })
    const result = await callPortal('partners.openDocument', { id })
    setState(result.ok ? idle : { ...idle, error: result.error })
  }
  const save = async (id: string) => {
    if (state.busy !== null) return
    setState({ ...idle, busy: { id, deed: 'save' } })
    const result = await callPortal('partners.saveDocument', { id })
    if (!result.ok) setState({ ...idle, error: result.error })
    else setState({ ...idle, saved: result.data.kind === 'saved' ? result.data.fileName : null })
  }
  return { ...state, open: (id: string) => void open(id), save: (id: string) => void save(id) }
}
