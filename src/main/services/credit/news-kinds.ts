/** What of alerts, applications and messages is news to who was away, as the contract tells it. */
import { isDeepStrictEqual } from 'node:util'
import type { ServnetAlert } from '../../../shared/contract/credit/alerts.ts'
import type { Application } from '../../../shared/contract/credit/applications.ts'
import type { ServnetMessage } from '../../../shared/contract/servnet/messages.ts'
import type { ListNews } from '../../resources/list.ts'

/** One that is new or says something else; not one that was ticked off elsewhere. */
export const alertNews: ListNews<ServnetAlert> = {
  kind: 'alert',
  of(before, alert) {
    const isSame =
      before !== null && isDeepStrictEqual({ ...before, handled: alert.handled }, alert)
    if (alert.handled || isSame) return null
    const { id: alertId, kind: alertKind, buyer, buyerId, from, to, effectiveOn } = alert
    const item = { kind: 'alert', alertId, alertKind, buyer, buyerId, from, to, effectiveOn }
    return { at: alert.at, item }
  },
}

/** One that was decided, or decided anew. */
export const decisionNews: ListNews<Application> = {
  kind: 'decision',
  of(before, application) {
    const { decision, status } = application
    const at = decision?.decidedAt ?? null
    if (decision === null || at === null) return null
    const { decision: former = null } = before ?? {}
    if (isDeepStrictEqual(former, decision) && before?.status === status) return null
    const { id: applicationId, buyerName: buyer, amount: asked } = application
    const { granted } = decision
    return { at, item: { kind: 'decision', applicationId, buyer, asked, granted, status } }
  },
}

/** One that is new or says something else; not one that was read elsewhere. */
export const messageNews: ListNews<ServnetMessage> = {
  kind: 'message',
  of(before, message) {
    const isSame = before !== null && isDeepStrictEqual({ ...before, read: message.read }, message)
    if (message.read || isSame) return null
    const { id: messageId, title } = message
    return { at: message.publishedAt, item: { kind: 'message', messageId, title } }
  },
}
