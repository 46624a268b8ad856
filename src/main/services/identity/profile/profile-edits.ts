/** Edits of the profile: how they wait, how they are sent, and where they show. */
import type { Me } from '../../../../shared/contract/identity/me.ts'
import type { Preferences } from '../../../../shared/contract/identity/preferences.ts'
import type { Edit } from '../../../../shared/contract/offline/outbox.ts'
import { editKind, type EditKinds } from '../../../outbox/edit-kind.ts'
import { mergeUnsent } from '../../../outbox/versioned-edit.ts'

/** As long as the portal puts it off; what it says itself is asked for once it has the edit. */
const betweenRehearsalsMs = 90 * 86_400_000

export const profileEditKinds = {
  personal: editKind({
    kind: 'personal',
    resource: () => 'me',
    request: ({ changes }) => ({ endpoint: 'mePatch', params: {}, body: changes }),
    answer: 'me',
    merge: mergeUnsent,
  }),
  preferences: editKind({
    kind: 'preferences',
    resource: () => 'preferences',
    request: ({ changes }) => ({ endpoint: 'preferencesPatch', params: {}, body: changes }),
    answer: 'preferences',
    merge: mergeUnsent,
  }),
  rehearsalPostponed: editKind({
    kind: 'rehearsalPostponed',
    resource: () => 'rehearsal',
    request: () => ({ endpoint: 'rehearsalPostpone', params: {}, body: null }),
    merge: (_former, later) => later,
  }),
} as const satisfies Pick<EditKinds, 'personal' | 'preferences' | 'rehearsalPostponed'>

/** The person with an edit in their data; the same where it is none of those. */
export function layOverMe(me: Me, edit: Edit): Me {
  if (edit.kind === 'personal') {
    const {
      firstName = me.firstName,
      lastName = me.lastName,
      language = me.language,
    } = edit.changes
    // An empty name is kept as none.
    return { ...me, firstName: firstName || null, lastName, language }
  }
  if (edit.kind === 'preferences') {
    const { language = me.language, alertsByEmail = me.alertsByEmail } = edit.changes
    return { ...me, language, alertsByEmail }
  }
  if (edit.kind === 'rehearsalPostponed') {
    return { ...me, rehearsalDueAt: new Date(Date.now() + betweenRehearsalsMs).toISOString() }
  }
  return me
}

/** Preferences with an edit in them; the same where it is none of those. */
export function layOverPreferences(preferences: Preferences, edit: Edit): Preferences {
  if (edit.kind === 'preferences') {
    const changes = Object.entries(edit.changes).filter(([, value]) => value !== undefined)
    return { ...preferences, ...Object.fromEntries(changes) }
  }
  if (edit.kind === 'personal') {
    const { language = preferences.language } = edit.changes
    return { ...preferences, language }
  }
  return preferences
}
