/** Everything in the profile that can be edited, for as long as the profile is open. */
import { useEffect, useEffectEvent, useState } from 'react'
import type { ProfileDraft } from '../../../../shared/contract/identity/profile-view.ts'
import type { RouteOutput } from '../../../../shared/contract/routes.ts'
import { useDraft } from '../../../common/forms/use-draft.ts'
import { callPortal } from '../../../common/data/portal.ts'
import { noEmail, useEmailForm } from './email-form.ts'
import { usePersonal } from './use-personal.ts'
import { usePreferences } from './use-preferences.ts'

export type Profile = RouteOutput<'profile.read'>
export type ProfileEditing = ReturnType<typeof useProfileEditing>

/** The forms live here, above the sections, so that going from one to another keeps everything. */
export function useProfileEditing(profile: Profile) {
  const personal = usePersonal(profile)
  const preferences = usePreferences(profile)
  const email = useEmailForm(profile.draft?.email ?? null)
  const dirty = personal.dirty || preferences.dirty
  const [restored, setRestored] = useState(dirty)
  const readDraft = (): ProfileDraft => ({
    personal: personal.draft(),
    preferences: preferences.draft(),
    email: email.getValues('email') === '' ? null : email.getValues(),
  })
  const keeper = useDraft({ read: readDraft, save: saveDraft })
  const { touch } = keeper
  useEffect(() => {
    const formState = { values: true }
    const stops = [
      personal.form.subscribe({ formState, callback: touch }),
      preferences.form.subscribe({ formState, callback: touch }),
      email.subscribe({ formState, callback: touch }),
    ]
    return () => stops.forEach((stop) => stop())
  }, [personal.form, preferences.form, email, touch])
  if (restored && !dirty) setRestored(false)
  const flush = keeper.flush
  /** Everything that is typed and not saved goes, and what was kept of it at once. */
  const discard = () => {
    personal.undo()
    preferences.undo()
    email.reset(noEmail)
    flush()
  }
  useOutdatedDraft(profile.draft, readDraft)
  return {
    personal,
    preferences,
    email,
    kept: keeper.kept,
    flush,
    dirty,
    restored,
    discard,
  }
}

const parts = ['personal', 'preferences', 'email'] as const

/** What was typed may have been saved elsewhere since: then nothing of it is to be kept. */
function useOutdatedDraft(kept: ProfileDraft | null, read: () => ProfileDraft): void {
  const drop = useEffectEvent(() => {
    const draft = read()
    if (parts.some((part) => kept?.[part] && draft[part] === null)) void saveDraft(draft)
  })
  useEffect(() => drop(), [])
}

async function saveDraft(draft: ProfileDraft): Promise<boolean> {
  return (await callPortal('profile.saveDraft', { draft })).ok
}
