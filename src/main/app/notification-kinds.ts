/** Which news are told by the system, as what, and where a click on it leads. */
import { assertNever } from '../../shared/assert-never.ts'
import type { NotificationKind } from '../../shared/contract/app/notifications.ts'
import type { MenuCommand } from '../../shared/contract/app/routes.ts'
import type { NewsItem } from '../../shared/contract/credit/news.ts'
import type { Language } from '../../shared/languages.ts'
import {
  cutsText,
  decisionsText,
  decisionText,
  messagesText,
  ratingsText,
  severalText,
  type Cut,
  type Decision,
  type Message,
  type NotificationText,
  type Rating,
} from './notification-texts.ts'

export type Told = {
  readonly what: NotificationKind | 'several'
  readonly text: NotificationText
  readonly command: MenuCommand
}

/** More at once are one notification: somebody was away. */
const mostAtOnce = 3

/** Where news are read as they come in. */
const pagesOfNews = new Set(['/servnet', '/insights'])

/** As what `item` is told of; null for what is not. */
export function notificationKindOf(item: NewsItem): NotificationKind | null {
  switch (item.kind) {
    case 'decision':
    case 'message':
      return item.kind
    case 'alert':
      if (isCut(item)) return 'cut'
      return isRating(item) ? 'rating' : null
    default:
      return assertNever(item)
  }
}

/** Whether the page at `path` shows it; null where the person looks at something else. */
export function isSeenOn(path: string | null, item: NewsItem): boolean {
  if (path === null) return false
  const [list, id] = placeOf(item)
  return pagesOfNews.has(path) || path === list || path === `${list}/${encodeURIComponent(id)}`
}

function placeOf(item: NewsItem): readonly [list: string, id: string] {
  switch (item.kind) {
    case 'decision':
      return ['/servnet/applications', item.applicationId]
    case 'alert':
      return ['/servnet/alerts', item.alertId]
    case 'message':
      return ['/servnet/messages', item.messageId]
    default:
      return assertNever(item)
  }
}

/** @param isTogether whether all of it is told as one */
export function notificationsFor(
  language: Language,
  items: readonly NewsItem[],
  isTogether: boolean,
): readonly Told[] {
  const groups = [
    decisionsTold(
      language,
      items.filter((item) => item.kind === 'decision'),
      isTogether,
    ),
    alertsTold('cut', items.filter(isCut), (cuts) => cutsText(language, cuts)),
    alertsTold('rating', items.filter(isRating), (ratings) => ratingsText(language, ratings)),
    messagesTold(
      language,
      items.filter((item) => item.kind === 'message'),
    ),
  ]
  const told = groups.flat()
  const isOneKind = groups.filter((group) => group.length > 0).length <= 1
  if (isOneKind || (!isTogether && told.length <= mostAtOnce)) return told
  const counts = { decision: 0, cut: 0, rating: 0, message: 0 }
  for (const item of items) {
    const kind = notificationKindOf(item)
    if (kind !== null) counts[kind] += 1
  }
  return [{ what: 'several', text: severalText(language, counts), command: { kind: 'home' } }]
}

function decisionsTold(
  language: Language,
  decisions: readonly Decision[],
  isTogether: boolean,
): readonly Told[] {
  if (decisions.length > (isTogether ? 1 : mostAtOnce)) {
    const text = decisionsText(language, decisions)
    return [{ what: 'decision', text, command: { kind: 'applications' } }]
  }
  return decisions.map((decision) => ({
    what: 'decision',
    text: decisionText(language, decision),
    command: { kind: 'application', id: decision.applicationId },
  }))
}

function alertsTold<Alert extends Cut | Rating>(
  what: 'cut' | 'rating',
  alerts: readonly Alert[],
  textOf: (alerts: readonly Alert[]) => NotificationText,
): readonly Told[] {
  const [only, ...others] = alerts
  if (only === undefined) return []
  const command: MenuCommand =
    others.length === 0 ? { kind: 'alert', id: only.alertId } : { kind: 'alerts' }
  return [{ what, text: textOf(alerts), command }]
}

function messagesTold(language: Language, messages: readonly Message[]): readonly Told[] {
  const [only, ...others] = messages
  if (only === undefined) return []
  const command: MenuCommand =
    others.length === 0 ? { kind: 'message', id: only.messageId } : { kind: 'messages' }
  return [{ what: 'message', text: messagesText(language, messages), command }]
}

function isCut(item: NewsItem): item is Cut {
  if (item.kind !== 'alert') return false
  return item.alertKind === 'limit_reduced' || item.alertKind === 'limit_withdrawn'
}

function isRating(item: NewsItem): item is Rating {
  return item.kind === 'alert' && item.alertKind === 'rating_worse'
}
