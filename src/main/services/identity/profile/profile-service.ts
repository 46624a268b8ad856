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
import { type Me, type MePatch, meSchema } from '../../../../shared/contract/identity/me.ts'
import {
  preferencesSchema,
  type Preferences,
  type PreferencesPatch,
} from '../../../../shared/contract/identity/preferences.ts'
import type { Documents } from '../../../store/documents.ts'
import type { PortalClient } from '../../../portal-client/portal-client.ts'
import { forUser, draftOwnerOf, signedInName } from '../../../session/session-owner.ts'
import type { SessionService } from '../../../session/session-service.ts'
import type { Settings } from '../../../platform/settings/settings.ts'
import type { ProfileDrafts } from './profile-draft.ts'
import { createResource, type Resource, type Seen } from './resource.ts'

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
  readonly client: PortalClient
  readonly session: SessionService
  readonly documents: Documents
  readonly settings: Settings
  readonly me: Resource<Me, MePatch>
  readonly drafts: ProfileDrafts
}): ProfileService {
  const { client, session, settings, documents, me, drafts } = options
  const preferences = createResource<Preferences, PreferencesPatch>({
    session,
    documents,
    name: 'preferences',
    schema: preferencesSchema,
    fetch: (token, etag) => client.callIfChanged('preferences', { token, ...etag }),
    send: (token, ifMatch, body) => client.edit('preferencesPatch', { token, ifMatch, body }),
  })

  /** The app speaks the language that was just saved; where one was chosen in it, this came later. */
  async function follow(owner: string, chosen: Language | undefined): Promise<void> {
    const stillHere = signedInName(session.view()) === owner
    if (chosen === undefined || !stillHere || settings.values().language === null) return
    await settings.update({ language: chosen })
  }

  return {
    read: () =>
      forUser(session, async (owner) => {
        const [person, likings] = await Promise.all([me.read(owner), preferences.read(owner)])
        if (!person.ok) return person
        if (!likings.ok) return likings
        return success({
          me: person.data,
          preferences: likings.data,
          draft: await drafts.read(owner),
          freshness: freshnessOf([person.data, likings.data]),
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
        const result = await me.save(owner, version, changes)
        if (result.ok && result.data.kind === 'saved') {
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
        const result = await preferences.save(owner, version, changes)
        if (result.ok && result.data.kind === 'saved') {
          session.describe(owner, { language: result.data.current.language })
          await follow(owner, changes.language)
          await drafts.drop(owner, 'preferences')
        }
        return result
      }),
  }
}

/** As fresh as the older of them. */
function freshnessOf(parts: readonly Seen<unknown>[]): Freshness {
  const times = parts.map(({ fetchedAt }) => fetchedAt).toSorted()
  return {
    fetchedAt: times[0] ?? '',
    stale: parts.some(({ stale }) => stale),
    refreshing: false,
  }
}

/** The signed-in person, as the profile and the reminders see them. */
export function createMeResource(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly documents: Documents
}): Resource<Me, MePatch> {
  const { client, session, documents } = options
  return createResource<Me, MePatch>({
    session,
    documents,
    name: 'me',
    schema: meSchema,
    fetch: (token, etag) => client.callIfChanged('me', { token, ...etag }),
    send: (token, ifMatch, body) => client.edit('mePatch', { token, ifMatch, body }),
  })
}
