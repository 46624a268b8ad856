/** Personal data and preferences: read, kept for the time without a network, and edited. */
import type { MeOutcome, PreferencesOutcome, ProfileDraft } from '../../shared/ipc/profile-view.ts'
import { failure, success, type Result } from '../../shared/ipc/result.ts'
import type { ParsedInput, RouteOutput } from '../../shared/ipc/routes.ts'
import type { Language } from '../../shared/portal/common.ts'
import type { Me, MePatch } from '../../shared/portal/me.ts'
import {
  preferencesSchema,
  type Preferences,
  type PreferencesPatch,
} from '../../shared/portal/preferences.ts'
import type { SealedStore } from '../offline/sealed-store.ts'
import type { PortalClient } from '../portal-client/portal-client.ts'
import { forUser, ownerOf } from '../session/owner-of.ts'
import type { SessionService } from '../session/session-service.ts'
import type { Settings } from '../settings/settings.ts'
import type { DraftKeeper } from './profile-draft.ts'
import { createResource, type Resource, type Seen } from './resource.ts'

export type ProfileService = {
  readonly read: () => Promise<Result<RouteOutput<'profile.read'>>>
  readonly saveDraft: (draft: ProfileDraft | null) => Promise<Result<Record<string, never>>>
  readonly savePersonal: (input: ParsedInput<'profile.savePersonal'>) => Promise<Result<MeOutcome>>
  readonly savePreferences: (
    input: ParsedInput<'profile.savePreferences'>,
  ) => Promise<Result<PreferencesOutcome>>
}

export function createProfileService(options: {
  readonly client: PortalClient
  readonly session: SessionService
  readonly store: SealedStore
  readonly settings: Settings
  readonly me: Resource<Me, MePatch>
  readonly drafts: DraftKeeper
}): ProfileService {
  const { client, session, settings, store, me, drafts } = options
  const preferences = createResource<Preferences, PreferencesPatch>({
    session,
    store,
    name: 'preferences',
    schema: preferencesSchema,
    fetch: (token, etag) => client.callIfChanged('preferences', { token, ...etag }),
    send: (token, ifMatch, body) => client.edit('preferencesPatch', { token, ifMatch, body }),
  })

  /** The app speaks the language that was just saved, and its frame shows the name. */
  async function follow(chosen: Language | undefined): Promise<void> {
    if (chosen !== undefined) {
      // Where one was chosen in the app, this is the later choice.
      const inApp = settings.values().language === null ? {} : { language: chosen }
      await settings.update({ ...inApp, profileLanguage: chosen })
    }
    // Nobody waits for it: what was saved is saved, and the answer arrives as `session.changed`.
    void session.refresh()
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
      const owner = ownerOf(session.view())
      if (owner === null) return failure({ code: 'unauthenticated' })
      await drafts.write(owner, draft)
      return success({})
    },
    savePersonal: ({ version, changes }) =>
      forUser(session, async (owner) => {
        const result = await me.save(owner, version, changes)
        if (result.ok && result.data.kind === 'saved') {
          await drafts.drop(owner, 'personal')
          await follow(changes.language)
        }
        return result
      }),
    savePreferences: ({ version, changes }) =>
      forUser(session, async (owner) => {
        const result = await preferences.save(owner, version, changes)
        if (result.ok && result.data.kind === 'saved') {
          await drafts.drop(owner, 'preferences')
          if (changes.language !== undefined) await follow(changes.language)
        }
        return result
      }),
  }
}

/** As fresh as the older of them. */
function freshnessOf(parts: readonly Seen<unknown>[]): { fetchedAt: string; stale: boolean } {
  const times = parts.map(({ fetchedAt }) => fetchedAt).toSorted()
  return { fetchedAt: times[0] ?? '', stale: parts.some(({ stale }) => stale) }
}
