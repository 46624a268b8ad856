/** Personal data and preferences: read, kept for the time without a network, and edited. */
import { displayNameOf } from '../../../../shared/rules/typed-text.ts'
import type {
  MeOutcome,
  PreferencesOutcome,
  ProfileDraft,
} from '../../../../shared/contract/identity/profile-view.ts'
import { failure, success, type Result } from '../../../../shared/contract/result.ts'
import type { Freshness } from '../../../../shared/contract/route.ts'
import type { ParsedInput, RouteOutput } from '../../../../shared/contract/routes.ts'
import type { Language } from '../../../../shared/languages.ts'
import type { Shown } from '../../../resources/resource.ts'
import type { Resources } from '../../../resources/resources.ts'
import type { Outbox } from '../../../outbox/outbox.ts'
import { forUser, draftOwnerOf, signedInName } from '../../../session/session-owner.ts'
import type { SessionService } from '../../../session/session-service.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import type { ProfileDrafts } from './profile-draft.ts'
import { meResource, preferencesResource } from './profile-resources.ts'
import { saveEdit } from './save-edit.ts'

export type ProfileService = {
  readonly read: () => Promise<Result<RouteOutput<'profile.read'>>>
  readonly saveDraft: (draft: ProfileDraft | null) => Promise<Result<Record<string, never>>>
  readonly savePersonal: (input: ParsedInput<'profile.savePersonal'>) => Promise<Result<MeOutcome>>
  readonly savePreferences: (
    input: ParsedInput<'profile.savePreferences'>,
  ) => Promise<Result<PreferencesOutcome>>
}

/** The profile of who is signed in; `unauthenticated` where nobody is. */
export function createProfileService(options: {
  readonly outbox: Outbox
  readonly session: SessionService
  readonly resources: Resources
  readonly settings: Settings
  readonly drafts: ProfileDrafts
}): ProfileService {
  const { session, settings, resources, drafts } = options

  /** The app speaks the language that was just saved; where one was chosen in it, this came later. */
  async function follow(owner: string, chosen: Language | undefined): Promise<void> {
    const stillHere = signedInName(session.view()) === owner
    if (chosen === undefined || !stillHere || settings.values().language === null) return
    await settings.update({ language: chosen })
  }

  return {
    read: () =>
      forUser(session, async (owner) => {
        const [me, preferences] = await Promise.all([
          resources.read(meResource, {}),
          resources.read(preferencesResource, {}),
        ])
        if (!me.ok) return me
        if (!preferences.ok) return preferences
        const [person, likings] = [versionedOf(me.data), versionedOf(preferences.data)]
        // Without a version it could be shown, but never edited.
        if (person === null || likings === null) return failure({ code: 'portal_answer_invalid' })
        return success({
          me: person,
          preferences: likings,
          draft: await drafts.read(owner),
          freshness: freshnessOf(me.data.freshness, preferences.data.freshness),
        })
      }),
    async saveDraft(draft) {
      const owner = draftOwnerOf(session.view())
      if (owner === null) return failure({ code: 'unauthenticated' })
      await drafts.write(owner, draft)
      return success({})
    },
    savePersonal: ({ version, changes }) =>
      forUser(session, async (owner) => {
        const result = await saveEdit({
          ...options,
          owner,
          resource: meResource,
          version,
          kind: 'personal',
          changes,
        })
        if (result.ok && result.data.kind !== 'conflict') {
          const { current } = result.data
          session.describe(owner, {
            displayName: displayNameOf(current),
            language: current.language,
          })
          await follow(owner, changes.language)
          await drafts.drop(owner, 'personal')
        }
        return result
      }),
    savePreferences: ({ version, changes }) =>
      forUser(session, async (owner) => {
        const result = await saveEdit({
          ...options,
          owner,
          resource: preferencesResource,
          version,
          kind: 'preferences',
          changes,
        })
        if (result.ok && result.data.kind !== 'conflict') {
          session.describe(owner, { language: result.data.current.language })
          await follow(owner, changes.language)
          await drafts.drop(owner, 'preferences')
        }
        return result
      }),
  }
}

/** Null where the portal named no version. */
function versionedOf<Data>({ data, version }: Shown<Data>) {
  return version === null ? null : { current: data, version }
}

/** As fresh as the older of them. */
function freshnessOf(one: Freshness, other: Freshness): Freshness {
  return {
    fetchedAt: one.fetchedAt < other.fetchedAt ? one.fetchedAt : other.fetchedAt,
    stale: one.stale || other.stale,
    refreshing: one.refreshing || other.refreshing,
  }
}
