/** What to tell the person until they have put it away, or it is over. */
import type { Notice } from '../../shared/contract/notices.ts'

export type Notices = {
  /** Told once a code: the same trouble twice is one notice, also after it was put away. */
  readonly raise: (notice: Notice) => void
  /** What there is to tell now: asking changes nothing. */
  readonly present: () => Notice[]
  /** The person has read it. */
  readonly dismiss: (code: Notice['code']) => void
  /** It holds no more; where it comes again, that is told again. */
  readonly withdraw: (code: Notice['code']) => void
}

/** These tell of a moment; the others of a state that lasts while the app runs. */
const momentary = new Set<Notice['code']>([
  'already_running',
  'deep_link_invalid',
  'link_not_opened',
])

/** How an open window hears of it. */
export type NoticeListener = {
  readonly raised: (notice: Notice) => void
  readonly withdrawn: (code: Notice['code']) => void
}

/** The notices of this run; `listener` hears of each that comes and goes. */
export function createNotices(listener: NoticeListener): Notices {
  const present = new Map<Notice['code'], Notice>()
  const told = new Set<Notice['code']>()
  return {
    raise(notice) {
      if (!momentary.has(notice.code) && told.has(notice.code)) return
      told.add(notice.code)
      present.set(notice.code, notice)
      listener.raised(notice)
    },
    present: () => [...present.values()],
    dismiss(code) {
      present.delete(code)
    },
    withdraw(code) {
      told.delete(code)
      if (present.delete(code)) listener.withdrawn(code)
    },
  }
}
