/** Marks, applications and declarations of Serv@Net: how they wait, are sent, and where marks show. */
import type { ServnetAlert } from '../../../shared/contract/credit/alerts.ts'
import type { ServnetHome } from '../../../shared/contract/servnet/home.ts'
import type { ServnetMessage } from '../../../shared/contract/servnet/messages.ts'
import type { Edit } from '../../../shared/contract/offline/outbox.ts'
import {
  homeWithHandled,
  homeWithRead,
  withHandled,
  withRead,
} from '../../../shared/servnet/marks.ts'
import { editKind, type EditKinds, type EditOf } from '../../outbox/edit-kind.ts'

/** The later mark stands. */
const latest = <Mark>(_former: Mark, later: Mark): Mark => later

export const servnetEditKinds = {
  alertHandled: editKind({
    kind: 'alertHandled',
    resource: ({ id }) => `alert:${id}`,
    request: ({ id, handled }) => ({
      endpoint: handled ? 'servnetAlertHandle' : 'servnetAlertReopen',
      params: { id },
      body: null,
    }),
    merge: latest,
  }),
  messageRead: editKind({
    kind: 'messageRead',
    resource: ({ id }) => `message:${id}`,
    request: ({ id }) => ({ endpoint: 'servnetMessageRead', params: { id }, body: null }),
    merge: latest,
  }),
  messagesRead: editKind({
    kind: 'messagesRead',
    resource: () => 'messages',
    request: ({ publishedUntil }) => ({
      endpoint: 'servnetMessagesRead',
      params: {},
      body: { publishedUntil },
    }),
    merge: (former, later) =>
      Date.parse(former.publishedUntil) > Date.parse(later.publishedUntil) ? former : later,
  }),
  apply: editKind({
    kind: 'apply',
    resource: ({ id }) => `application:${id}`,
    request: ({ application }) => ({ endpoint: 'servnetApply', params: {}, body: application }),
    makes: ({ id }) => id,
    draft: 'application-draft',
    merge: latest,
  }),
  declareTurnover: editKind({
    kind: 'declareTurnover',
    resource: ({ declaration: { policyId, period } }) => `turnover:${policyId}:${period}`,
    request: ({ declaration }) => ({
      endpoint: 'servnetDeclareTurnover',
      params: {},
      body: declaration,
    }),
    // A later one of the same period replaces it: there is nothing to name.
    makes: () => null,
    merge: latest,
  }),
} as const satisfies Pick<
  EditKinds,
  'alertHandled' | 'messageRead' | 'messagesRead' | 'apply' | 'declareTurnover'
>

/** The first page with a mark in it; itself where the edit is no mark of anything on it. */
export function layOverHome(home: ServnetHome, edit: Edit): ServnetHome {
  if (edit.kind === 'alertHandled') return homeWithHandled(home, edit.id, edit.handled)
  return isReadMark(edit) ? homeWithRead(home, edit) : home
}

/** An alert with a mark on it; itself where the edit is no mark on this one. */
export function layOverAlert(alert: ServnetAlert, edit: Edit): ServnetAlert {
  if (edit.kind !== 'alertHandled') return alert
  const [marked = alert] = withHandled([alert], edit.id, edit.handled)
  return marked
}

/** A message with a mark on it; itself where the edit is no mark on this one. */
export function layOverMessage(message: ServnetMessage, edit: Edit): ServnetMessage {
  if (!isReadMark(edit)) return message
  const [marked = message] = withRead([message], edit)
  return marked
}

function isReadMark(edit: Edit): edit is EditOf<'messageRead' | 'messagesRead'> {
  return edit.kind === 'messageRead' || edit.kind === 'messagesRead'
}
