/** What was typed in the profile and not saved, kept sealed for who typed it. */
import { profileDraftSchema, type ProfileDraft } from '../../shared/ipc/profile-view.ts'
import type { SealedStore } from '../offline/sealed-store.ts'

export type DraftKeeper = {
  readonly read: (owner: string) => Promise<ProfileDraft | null>
  readonly write: (owner: string, draft: ProfileDraft | null) => Promise<void>
  /** One part has done its work; the others stay. */
  readonly drop: (owner: string, part: keyof ProfileDraft) => Promise<void>
}

export function createDraftKeeper(store: SealedStore): DraftKeeper {
  const read: DraftKeeper['read'] = (owner) =>
    store.read('profile-draft', owner, profileDraftSchema)

  async function write(owner: string, draft: ProfileDraft | null): Promise<void> {
    const nothing = draft === null || Object.values(draft).every((part) => part === null)
    if (nothing) await store.remove('profile-draft')
    else await store.write('profile-draft', owner, draft)
  }

  return {
    read,
    write,
    async drop(owner, part) {
      const draft = await read(owner)
      if (draft !== null) await write(owner, { ...draft, [part]: null })
    },
  }
}
