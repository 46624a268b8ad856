/**
 * What a person's mark (an alert ticked off, a message read) changes in what is shown and kept of
 * Serv@Net, before the portal is asked again: the lists, and the counts of the first page.
 */
import type { ServnetAlert } from '../contract/credit/alerts.ts'
import type { ServnetHome } from '../contract/servnet/home.ts'
import type { ServnetMessage } from '../contract/servnet/messages.ts'

/** The alerts after the one of `id` was ticked off, or its tick taken away. */
export function withHandled(
  alerts: readonly ServnetAlert[],
  id: string,
  handled: boolean,
): ServnetAlert[] {
  return alerts.map((alert) => (alert.id === id ? { ...alert, handled } : alert))
}

/** The first page after that; an alert that is not on it changes no count. */
export function homeWithHandled(home: ServnetHome, id: string, handled: boolean): ServnetHome {
  const before = home.alerts.find((alert) => alert.id === id)
  if (before === undefined || before.handled === handled) return home
  const { total, unhandled } = home.counts.alerts
  const alerts = { total, unhandled: Math.max(0, unhandled + (handled ? -1 : 1)) }
  return {
    ...home,
    alerts: withHandled(home.alerts, id, handled),
    counts: { ...home.counts, alerts },
  }
}

/** Which messages were read: one, or all that were published up to a moment. */
export type ReadMessages = { readonly id: string } | { readonly publishedUntil: string }

/** The messages after some of them were read. */
export function withRead(messages: readonly ServnetMessage[], which: ReadMessages) {
  return messages.map((message) => (isAmong(message, which) ? { ...message, read: true } : message))
}

function isAmong({ id, publishedAt }: ServnetMessage, which: ReadMessages): boolean {
  if ('id' in which) return id === which.id
  return Date.parse(publishedAt) <= Date.parse(which.publishedUntil)
}

/** The first page after that. It has the newest messages: those that are not on it are older. */
export function homeWithRead(home: ServnetHome, which: ReadMessages): ServnetHome {
  const { counts, messages: before } = home
  if (before === null || counts.messages === null) return home
  const messages = withRead(before, which)
  const unread =
    'id' in which
      ? counts.messages.unread - unreadOf(before) + unreadOf(messages)
      : unreadOf(messages)
  return {
    ...home,
    messages,
    counts: { ...counts, messages: { ...counts.messages, unread: Math.max(0, unread) } },
  }
}

function unreadOf(messages: readonly ServnetMessage[]): number {
  return messages.filter(({ read }) => !read).length
}
