/** Notifications of a made-up person, with what the system was asked to show. */
import { createNotifications } from '../../../src/main/app/notifications.ts'
import type { NotificationText } from '../../../src/main/app/notification-texts.ts'
import type { MenuCommand } from '../../../src/shared/contract/app/routes.ts'
import type { NewsItem } from '../../../src/shared/contract/credit/news.ts'
import type { SessionView } from '../../../src/shared/contract/identity/sessions.ts'
import { success } from '../../../src/shared/contract/result.ts'
import type { Language } from '../../../src/shared/languages.ts'
import type { Documents } from '../../../src/main/store/documents.ts'

type Shown = NotificationText & { readonly onClick: () => void }

export const about = { at: '2026-11-29T12:00:00.000Z', isTicked: false }
const eur = (amount: string) => ({ amount, currency: 'EUR' })
export const decision = (id: string, buyer = 'Boulangerie'): NewsItem => ({
  ...about,
  id,
  kind: 'decision',
  applicationId: `application-${id}`,
  buyer,
  asked: eur('50000.00'),
  granted: eur('30000.00'),
  status: 'partly_accepted',
})
export const cut = (id: string): NewsItem => ({
  ...about,
  id,
  kind: 'alert',
  alertId: id,
  alertKind: 'limit_reduced',
  buyer: `Acheteur ${id}`,
  buyerId: null,
  from: eur('50000.00'),
  to: eur('10000.00'),
  effectiveOn: '2026-12-29',
})

export const rating = (id: string): NewsItem => ({
  ...about,
  id,
  kind: 'alert',
  alertId: id,
  alertKind: 'rating_worse',
  buyer: `Acheteur ${id}`,
  buyerId: null,
  from: null,
  to: null,
  effectiveOn: null,
})
export const message = (id: string): NewsItem => ({
  ...about,
  id,
  kind: 'message',
  messageId: id,
  title: `Maintenance ${id}`,
})

const ready: SessionView = {
  kind: 'ready',
  user: { username: 'marie.lambert', displayName: null, language: 'fr', services: ['servnet'] },
}

const locked: SessionView = {
  kind: 'locked',
  user: ready.user,
  reason: 'lock',
  password: 'own',
  signedIn: true,
  waitsUntil: null,
  waiting: 0,
}

const first = () => ({
  shown: [] as Shown[],
  /** Where clicks have led. */
  went: [] as MenuCommand[],
  news: [] as NewsItem[],
  path: null as string | null,
  language: 'fr' as Language,
  kept: new Map<string, unknown>(),
  view: ready as SessionView,
  /** While it is being looked for news. */
  locksMeanwhile: false,
  leavesMeanwhile: false,
})

/** As it is now; a test says what is different about it. */
export const world = first()

export function resetWorld(): void {
  Object.assign(world, first())
}

const documents: Documents = {
  read: async (name, _owner, schema) => schema.safeParse(world.kept.get(name)).data ?? null,
  write: async (name, _owner, data) => void world.kept.set(name, data),
  remove: async (name) => void world.kept.delete(name),
}

/** A run of the app, of which documents outlive the end. */
export const start = () =>
  createNotifications({
    session: { view: () => world.view },
    documents,
    news: async () => {
      if (world.locksMeanwhile) world.view = locked
      if (world.leavesMeanwhile) world.view = { kind: 'signedOut', reason: 'none', username: null }
      return success({ items: world.news })
    },
    language: () => world.language,
    desktop: {
      notify: (notification) => void world.shown.push(notification),
      withdraw: () => undefined,
      seenPath: () => world.path,
    },
    goTo: (command) => void world.went.push(command),
  })
