/** What the profile shows of the person who is signed in, as it is kept on this computer. */
import { emailChangeSchema } from '../../../../shared/contract/identity/email-changes.ts'
import { meSchema } from '../../../../shared/contract/identity/me.ts'
import { preferencesSchema } from '../../../../shared/contract/identity/preferences.ts'
import { defineResource } from '../../../resources/resource.ts'
import { layOverMe, layOverPreferences } from './profile-edits.ts'

const minuteMs = 60_000

/** The signed-in person; the version is what an edit must match. */
export const meResource = defineResource({
  name: 'me',
  endpoint: 'me',
  schema: meSchema,
  maxAgeMs: 2 * minuteMs,
  isVersioned: true,
  layOver: { edits: ['personal', 'preferences', 'rehearsalPostponed'], lay: layOverMe },
})

/** How the person likes to work; the version is what an edit must match. */
export const preferencesResource = defineResource({
  name: 'preferences',
  endpoint: 'preferences',
  schema: preferencesSchema,
  maxAgeMs: 2 * minuteMs,
  isVersioned: true,
  layOver: { edits: ['personal', 'preferences'], lay: layOverPreferences },
})

/** Where an address stands that waits for its code: a page that shows it looks again and again. */
export const emailChangeResource = defineResource({
  name: 'email-change',
  endpoint: 'emailChange',
  schema: emailChangeSchema,
  maxAgeMs: 1_000,
  request: ({ id }: { readonly id: string }) => ({ params: { id } }),
})
