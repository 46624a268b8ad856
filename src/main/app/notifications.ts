/**
 * Tells who works in another window that a decision has come, or that limits fall: once each, and not
 * what the window shows already. The system alone turns it off.
 */
import { Mutex } from 'async-mutex'
import { z } from 'zod'
import type { NewsItem } from '../../shared/contract/credit/news.ts'
import { idSchema } from '../../shared/contract/common.ts'
import type { MenuCommand } from '../../shared/contract/app/routes.ts'
import type { Result } from '../../shared/contract/result.ts'
import type { Language } from '../../shared/languages.ts'
import { signedInName } from '../session/session-owner.ts'
import type { SessionService } from '../session/session-service.ts'
import type { Documents } from '../store/documents.ts'
import {
  cutsText,
  decisionsText,
  decisionText,
  hiddenText,
  type Cut,
  type Decision,
  type NotificationText,
} from './notification-texts.ts'

/** The system's notifications, and what the person sees meanwhile. */
export type Desktop = {
  /** @param onClick the person wants to see it: the window is in front by then */
  readonly notify: (notification: NotificationText & { readonly onClick: () => void }) => void
  /** The path of the page in the window; null where the person looks at something else. */
  readonly seenPath: () => string | null
}

export type Notifications = {
  /** What is kept under these names of who is signed in is another: there may be news in it. */
  readonly look: (names: readonly string[]) => Promise<void>
}

/** The lists that there are notifications of. */
const toldOf: ReadonlySet<string> = new Set(['applications', 'alerts'])

/** More decisions at once are one notification: somebody was away. */
const mostSingle = 3
/** As many as are news at a time. */
const mostTold = 200

const toldSchema = z.object({ ids: z.array(idSchema) })

/** Where news are read as they come in. */
const pagesOfNews = new Set(['/servnet', '/insights'])

/**
 * @param options.news what is new to who is signed in
 * @param options.goTo tells the page to go there
 */
export function createNotifications(options: {
  readonly session: Pick<SessionService, 'view'>
  readonly documents: Documents
  readonly news: () => Promise<Result<{ readonly items: readonly NewsItem[] }>>
  readonly language: () => Language
  readonly desktop: Desktop
  readonly goTo: (command: MenuCommand) => void
}): Notifications {
  const { session, documents, news, language, desktop, goTo } = options
  /** What is told is noted before the next look. */
  const mutex = new Mutex()

  /** What nobody was told of yet; noted first, so that a crash repeats nothing. */
  async function untold(owner: string): Promise<NewsItem[]> {
    const result = await news()
    const present = result.ok ? result.data.items.filter(isWorthTelling) : []
    const told = new Set((await documents.read('notified', owner, toldSchema))?.ids)
    const fresh = present.filter(({ id }) => !told.has(id))
    if (fresh.length > 0) {
      const ids = present.map(({ id }) => id).slice(0, mostTold)
      await documents.write('notified', owner, { ids })
    }
    return fresh.filter(({ isTicked }) => !isTicked)
  }

  const isSeen = (pages: readonly string[]) => {
    const path = desktop.seenPath()
    return path !== null && (pagesOfNews.has(path) || pages.includes(path))
  }

  function tell(what: 'decision' | 'cut', text: NotificationText, command: MenuCommand): void {
    const isLocked = session.view().kind === 'locked'
    const shown = isLocked ? hiddenText(language(), what) : text
    desktop.notify({ ...shown, onClick: () => goTo(command) })
  }

  function tellOfDecisions(decisions: readonly Decision[]): void {
    const unseen = decisions.filter(
      ({ applicationId }) =>
        !isSeen([
          '/servnet/applications',
          `/servnet/applications/${encodeURIComponent(applicationId)}`,
        ]),
    )
    if (unseen.length > mostSingle) {
      tell('decision', decisionsText(language(), unseen), { kind: 'applications' })
      return
    }
    for (const decision of unseen) {
      const command = { kind: 'application', id: decision.applicationId } as const
      tell('decision', decisionText(language(), decision), command)
    }
  }

  function tellOfCuts(cuts: readonly Cut[]): void {
    if (cuts.length === 0 || isSeen(['/servnet/alerts'])) return
    tell('cut', cutsText(language(), cuts), { kind: 'alerts' })
  }

  return {
    async look(names) {
      if (!names.some((name) => toldOf.has(name))) return
      await mutex.runExclusive(async () => {
        const owner = signedInName(session.view())
        if (owner === null) return
        const items = await untold(owner)
        tellOfDecisions(items.filter((item) => item.kind === 'decision'))
        tellOfCuts(items.filter(isCut))
      })
    },
  }
}

function isWorthTelling(item: NewsItem): boolean {
  return item.kind === 'decision' || isCut(item)
}

function isCut(item: NewsItem): item is Cut {
  if (item.kind !== 'alert') return false
  return item.alertKind === 'limit_reduced' || item.alertKind === 'limit_withdrawn'
}
