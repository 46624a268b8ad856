/**
 * Tells who works in another window what is new: once each, not what the window shows already, not what
 * the person has switched off, and after their hours of quiet all of it together.
 */
import { Mutex } from 'async-mutex'
import { z } from 'zod'
import {
  firstNotificationSettings,
  notificationKinds,
  notificationSettingsSchema,
  type notificationRoutes,
  type NotificationKind,
  type NotificationSettings,
} from '../../shared/contract/app/notifications.ts'
import type { NewsItem } from '../../shared/contract/credit/news.ts'
import { idSchema } from '../../shared/contract/common.ts'
import type { MenuCommand } from '../../shared/contract/app/routes.ts'
import { success, type Result } from '../../shared/contract/result.ts'
import type { Language } from '../../shared/languages.ts'
import type { HandlersOf } from '../ipc/router.ts'
import { forUser, signedInName } from '../session/session-owner.ts'
import type { SessionService } from '../session/session-service.ts'
import type { Documents } from '../store/documents.ts'
import { hiddenText, type NotificationText } from './notification-texts.ts'
import { isSeenOn, notificationKindOf, notificationsFor } from './notification-kinds.ts'
import { endOfQuiet } from './quiet-hours.ts'

/** The system's notifications, and what the person sees meanwhile. */
export type Desktop = {
  /** @param onClick the person wants to see it: the window is in front by then */
  readonly notify: (notification: NotificationText & { readonly onClick: () => void }) => void
  /** Takes back what the system still shows of it. */
  readonly withdraw: () => void
  /** The path of the page in the window; null where the person looks at something else, or at a part of it. */
  readonly seenPath: () => string | null
}

export type Notifications = {
  /** What is kept under these names of who is signed in is another: there may be news in it. */
  readonly look: (names: readonly string[]) => Promise<void>
  /** Hours of quiet may have ended while the app did not run, or the computer slept. */
  readonly resume: () => Promise<void>
  readonly handlers: HandlersOf<keyof typeof notificationRoutes>
  /** For the end of the app. */
  readonly close: () => void
}

/** The lists that there are notifications of. */
const toldOf: ReadonlySet<string> = new Set(['applications', 'alerts', 'messages'])

/** As many as are news at a time. */
const mostTold = 200

const toldSchema = z.object({
  ids: z.array(idSchema),
  /** Those that were told of when it was written; former versions knew but the first two. */
  kinds: z.array(z.enum(notificationKinds)).default(['decision', 'cut']),
  /** Whether something waits for the end of the quiet. */
  isHeld: z.boolean().default(false),
})

/**
 * @param options.news what is new to who is signed in
 * @param options.goTo tells the page to go there
 * @param options.now this computer's clock, in ms since 1970
 */
export function createNotifications(options: {
  readonly session: Pick<SessionService, 'view'>
  readonly documents: Documents
  readonly news: () => Promise<Result<{ readonly items: readonly NewsItem[] }>>
  readonly language: () => Language
  readonly desktop: Desktop
  readonly goTo: (command: MenuCommand) => void
  readonly now?: (() => number) | undefined
}): Notifications {
  const { session, documents, news, language, desktop, goTo, now = Date.now } = options
  /** What is told is noted before the next look. */
  const mutex = new Mutex()
  let timer: NodeJS.Timeout | undefined

  const settingsOf = async (owner: string) =>
    (await documents.read('notification-settings', owner, notificationSettingsSchema)) ??
    firstNotificationSettings

  /**
   * What is to be told now, and whether all of it together. It is noted first, so that a crash repeats
   * nothing; what comes in quiet hours is noted once they are over.
   */
  async function untold(owner: string, { kinds }: NotificationSettings, isQuiet: boolean) {
    const result = await news()
    if (!result.ok) return { items: [], isTogether: false }
    const present = result.data.items.filter((item) => notificationKindOf(item) !== null)
    const noted = await documents.read('notified', owner, toldSchema)
    const told = new Set(noted?.ids)
    const isToBeTold = (item: NewsItem) => {
      const kind = notificationKindOf(item)
      if (kind === null || !kinds[kind] || item.isTicked || isSeenOn(desktop.seenPath(), item)) {
        return false
      }
      // What a former version left untold is old by now.
      return noted === null || noted.kinds.includes(kind)
    }
    const fresh = present.filter(({ id }) => !told.has(id))
    const items = fresh.filter(isToBeTold)
    const held = new Set(isQuiet ? items.map(({ id }) => id) : [])
    const isTogether = !isQuiet && noted?.isHeld === true
    const isHeld = isQuiet && (held.size > 0 || noted?.isHeld === true)
    if (fresh.length > held.size || isHeld !== (noted?.isHeld ?? false)) {
      const ids = present.map(({ id }) => id).filter((id) => !held.has(id))
      const kindsNow: readonly NotificationKind[] = notificationKinds
      await documents.write('notified', owner, {
        ids: ids.slice(0, mostTold),
        kinds: kindsNow,
        isHeld,
      })
    }
    return { items: isQuiet ? [] : items, isTogether }
  }

  async function lookNow(): Promise<void> {
    const owner = signedInName(session.view())
    if (owner === null) return
    const settings = await settingsOf(owner)
    const quietUntil = endOfQuiet(settings.quiet, now())
    clearTimeout(timer)
    if (quietUntil !== null) timer = setTimeout(() => void resume(), quietUntil - now()).unref()
    const { items, isTogether } = await untold(owner, settings, quietUntil !== null)
    for (const { what, text, command } of notificationsFor(language(), items, isTogether)) {
      const view = session.view()
      const isLocked = view.kind === 'locked'
      // They may have left while it was looked what is new.
      if (!isLocked && signedInName(view) !== owner) return
      const shown = isLocked ? hiddenText(language(), what) : text
      desktop.notify({ ...shown, onClick: () => goTo(command) })
    }
  }

  const resume = () => mutex.runExclusive(lookNow)

  return {
    async look(names) {
      if (names.some((name) => toldOf.has(name))) await resume()
    },
    resume,
    handlers: {
      'notifications.read': () =>
        forUser(session, async (owner) => success(await settingsOf(owner))),
      'notifications.save': (settings) =>
        forUser(session, async (owner) => {
          // What came under the former settings is told, or not, by those.
          await resume()
          await documents.write('notification-settings', owner, settings)
          await resume()
          return success(await settingsOf(owner))
        }),
    },
    close: () => clearTimeout(timer),
  }
}
