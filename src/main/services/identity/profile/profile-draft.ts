/** What was typed in the profile and not saved, kept for who typed it. */
import { Mutex } from 'async-mutex'
import {
  profileDraftSchema,
  type ProfileDraft,
} from '../../../../shared/contract/identity/profile-view.ts'
import type { Documents } from '../../../store/documents.ts'

export type ProfileDrafts = {
  readonly read: (owner: string) => Promise<ProfileDraft | null>
  readonly write: (owner: string, draft: ProfileDraft | null) => Promise<void>
  /** One part has done its work; the others stay. */
  readonly drop: (owner: string, part: keyof ProfileDraft) => Promise<void>
}

/** Keeps drafts of the profile in `store`, one write after the other. */
export function createProfileDrafts(documents: Documents): ProfileDrafts {
  /** Dropping a part must not bring back what was typed into another meanwhile. */
  const mutex = new Mutex()

  const read: ProfileDrafts['read'] = (owner) =>
    documents.read('profile-draft', owner, profileDraftSchema)

  async function write(owner: string, draft: ProfileDraft | null): Promise<void> {
    const nothing = draft === null || Object.values(draft).every((part) => part === null)
    if (nothing) await documents.remove('profile-draft', owner)
    else await documents.write('profile-draft', owner, draft)
  }

  return {
    read: (owner) => mutex.runExclusive(() => read(owner)),
    write: (owner, draft) => mutex.runExclusive(() => write(owner, draft)),
    drop: (owner, part) =>
      mutex.runExclusive(async () => {
        const draft = await read(owner)
        if (draft !== null) await write(owner, { ...draft, [part]: null })
      }),
  }
}
