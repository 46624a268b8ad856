/**
 * What the profile lists of an account's security, as it is kept on this computer. The questions that
 * the person chose are not among it: they open only after the password, and are kept nowhere.
 */
import { securityEventSchema } from '../../../../shared/contract/identity/security-events.ts'
import { sessionListItemSchema } from '../../../../shared/contract/identity/sessions.ts'
import { defineList } from '../../../resources/list.ts'

const minuteMs = 60_000

/** Where the person is signed in. Each is used now and then, which no change tells of. */
export const sessionsList = defineList({
  name: 'sessions',
  endpoint: 'sessionList',
  schema: sessionListItemSchema,
  maxAgeMs: minuteMs / 2,
  isFollowed: false,
  askPage: (client, credentials, query) => client.call('sessionList', { ...credentials, query }),
})

/** What happened to the account. What was recorded never changes: new ones come on top. */
export const eventsList = defineList({
  name: 'security_events',
  endpoint: 'securityEvents',
  schema: securityEventSchema,
  maxAgeMs: minuteMs,
  isFollowed: true,
  askPage: (client, credentials, query) => client.call('securityEvents', { ...credentials, query }),
})
