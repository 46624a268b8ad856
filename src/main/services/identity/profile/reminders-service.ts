/**
 * What the home page brings up by itself: an address to confirm, a password that will expire,
 * questions to rehearse.
 */
import { z } from 'zod'
import { assertNever } from '../../../../shared/assert-never.ts'
import type { ProfileDraft, Reminders } from '../../../../shared/contract/identity/profile-view.ts'
import { success, type Result } from '../../../../shared/contract/result.ts'
import type { ParsedInput } from '../../../../shared/contract/routes.ts'
import { timestampSchema } from '../../../../shared/contract/common.ts'
import type { Me } from '../../../../shared/contract/identity/me.ts'
import type { Documents } from '../../../store/documents.ts'
import { isPortalUnavailable } from '../../../portal-client/outage.ts'
import type { Outbox } from '../../../outbox/outbox.ts'
import type { Resources } from '../../../resources/resources.ts'
import type { PortalClient } from '../../../portal-client/portal-client.ts'
import { forUser } from '../../../session/session-owner.ts'
import type { SessionService } from '../../../session/session-service.ts'
import { daysToTell, daysUntil, thresholdOf } from '../time-left.ts'
import type { ProfileDrafts } from './profile-draft.ts'
import { meResource } from './profile-resources.ts'
import { holds } from './save-edit.ts'

export type RemindersService = {
  readonly read: () => Promise<Result<Reminders>>
  readonly dismiss: (input: ParsedInput<'profile.dismissReminder'>) => Promise<Result<Reminders>>
  /** Whoever signs in is reminded again of what was put away until then. */
  readonly beginAnew: () => void
}

const dismissalSchema = z.object({ expiresAt: timestampSchema, threshold: z.number() })
const nothing = { passwordExpiresInDays: null, rehearsalDue: false, emailToConfirm: null } as const

/** The reminders of who is signed in; `unauthenticated` where nobody is. */
export function createRemindersService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly documents: Documents
  readonly outbox: Outbox
  readonly resources: Resources
  readonly drafts: ProfileDrafts
}): RemindersService {
  const { client, session, documents, outbox, resources, drafts } = options
  /** Who put the address away since signing in, or since the app started. */
  let emailPutAwayBy: string | null = null

  /** Null while the portal is away and was never asked: no reason to trouble anyone. */
  async function readMe(): Promise<Result<Me | null>> {
    const result = await resources.read(meResource, {})
    if (result.ok) return success(result.data.data)
    return isPortalUnavailable(result.error) ? success(null) : result
  }

  async function reminders(owner: string): Promise<Result<Reminders>> {
    const result = await readMe()
    if (!result.ok) return result
    const unsaved = unsavedPart(await drafts.read(owner), result.data)
    if (result.data === null) return success({ ...nothing, unsaved })
    const dismissed = await documents.read('reminders', owner, dismissalSchema)
    const { passwordExpiresAt, rehearsalDueAt, email, emailConfirmed } = result.data
    const now = client.now()
    return success({
      passwordExpiresInDays: daysToTell(passwordExpiresAt, dismissed, now),
      rehearsalDue: Date.parse(rehearsalDueAt) <= now,
      emailToConfirm: emailConfirmed || emailPutAwayBy === owner ? null : email,
      unsaved,
    })
  }

  async function dismissExpiry(owner: string): Promise<void> {
    const result = await readMe()
    const expiresAt = result.ok ? (result.data?.passwordExpiresAt ?? null) : null
    if (expiresAt === null) return
    const threshold = thresholdOf(daysUntil(expiresAt, client.now()))
    if (threshold !== null) await documents.write('reminders', owner, { expiresAt, threshold })
  }

  return {
    read: () => forUser(session, reminders),
    dismiss: ({ reminder }) =>
      forUser(session, async (owner) => {
        switch (reminder) {
          case 'rehearsal': {
            const result = await outbox.add({ kind: 'rehearsalPostponed' }, null)
            if (!result.ok) return result
            break
          }
          case 'passwordExpiry':
            await dismissExpiry(owner)
            break
          case 'email':
            emailPutAwayBy = owner
            break
          default:
            assertNever(reminder)
        }
        return reminders(owner)
      }),
    beginAnew: () => {
      emailPutAwayBy = null
    },
  }
}

/** The page on which what was typed is offered again; null where all of it is saved by now. */
function unsavedPart(draft: ProfileDraft | null, me: Me | null): Reminders['unsaved'] {
  const personal = draft?.personal ?? null
  if (draft?.email || (personal !== null && !isSaved(personal, me))) return 'personal'
  return draft?.preferences ? 'preferences' : null
}

function isSaved(typed: NonNullable<ProfileDraft['personal']>, me: Me | null): boolean {
  const { firstName, lastName, language } = typed
  return me !== null && holds(me, { firstName, lastName, language })
}
