/** What was typed of an application and not sent, kept for who typed it. */
import { z } from 'zod'
import { timestampSchema } from '../../../shared/contract/common.ts'
import {
  applicationDraftSchema,
  type ApplicationDraft,
} from '../../../shared/contract/servnet/routes.ts'
import type { Documents } from '../../store/documents.ts'

const keptSchema = z.object({
  draft: applicationDraftSchema,
  savedAt: timestampSchema,
  /** By the outbox: under which name it was handed in. It is a draft again where that waits no more. */
  handedInAs: z.string().optional(),
})
export type KeptDraft = z.infer<typeof keptSchema>

export type ApplicationDrafts = {
  readonly read: (owner: string) => Promise<KeptDraft | null>
  /** Null discards it. When it was saved; null where nothing is kept any more. */
  readonly write: (owner: string, draft: ApplicationDraft | null) => Promise<string | null>
}

/** @param now this computer's clock, in ms since 1970 */
export function createApplicationDrafts(
  documents: Documents,
  now: () => number,
): ApplicationDrafts {
  return {
    read: (owner) => documents.read('application-draft', owner, keptSchema),
    async write(owner, draft) {
      if (draft === null) {
        await documents.remove('application-draft', owner)
        return null
      }
      const savedAt = new Date(now()).toISOString()
      await documents.write('application-draft', owner, { draft, savedAt })
      return savedAt
    },
  }
}
