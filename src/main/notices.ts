/** Collects what to tell the person until a window is there to tell it. */
import type { Notice } from '../shared/ipc/notices.ts'

export type Notices = {
  /** Told once a code: the same trouble twice is one notice. */
  readonly raise: (notice: Notice) => void
  /** For a window that opens: what still holds, and what has not been told yet. */
  readonly collect: () => Notice[]
  /** A page begins to load: it hears nothing until it collects. */
  readonly pageLoads: () => void
}

/** These tell of a moment; the others of a state that lasts while the app runs. */
const momentary = new Set<Notice['code']>(['already_running', 'deep_link_invalid'])

/** @param tell passes a notice to the open window */
export function createNotices(tell: (notice: Notice) => void): Notices {
  const raised = new Map<Notice['code'], Notice>()
  /** A window that has collected also listens; before that, what it is told would be lost. */
  let listening = false
  return {
    raise(notice) {
      const lasting = !momentary.has(notice.code)
      const repeated = raised.has(notice.code)
      if (lasting || !listening) raised.set(notice.code, notice)
      if (listening && !(lasting && repeated)) tell(notice)
    },
    collect() {
      const notices = [...raised.values()]
      for (const code of momentary) raised.delete(code)
      listening = true
      return notices
    },
    pageLoads() {
      listening = false
    },
  }
}
