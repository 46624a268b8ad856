/** Collects what to tell the person until a window is there to tell it. */
import type { Notice } from '../shared/ipc/notices.ts'

export type Notices = {
  /** Told once a code: the same trouble twice is one notice. */
  readonly raise: (notice: Notice) => void
  /** For a window that opens: what still holds, and what has not been told yet. */
  readonly collect: () => Notice[]
}

/** These tell of a moment; the others of a state that lasts while the app runs. */
const momentary: readonly Notice['code'][] = ['already_running', 'deep_link_invalid']

/** @param tell passes a notice to the open window; says whether there was one */
export function createNotices(tell: (notice: Notice) => boolean): Notices {
  const raised = new Map<Notice['code'], Notice>()
  return {
    raise(notice) {
      const repeated = raised.has(notice.code)
      if (!momentary.includes(notice.code)) {
        raised.set(notice.code, notice)
        if (!repeated) tell(notice)
      } else if (!tell(notice)) raised.set(notice.code, notice)
    },
    collect() {
      const notices = [...raised.values()]
      for (const code of momentary) raised.delete(code)
      return notices
    },
  }
}
