/** Whom a message about an account goes to. */
import { displayNameOf } from '../../shared/display-name.ts'
import { languageSchema } from '../../shared/portal/common.ts'
import type { User } from '../db/schema.ts'
import type { Recipient } from '../mail/queue.ts'

type Addressed = Pick<User, 'id' | 'email' | 'first_name' | 'last_name' | 'language'>

/** The person behind `user`, at `address` or else where they are reached now. */
export function recipientOf(user: Addressed, address = user.email): Recipient {
  return {
    userId: user.id,
    address,
    language: languageSchema.parse(user.language),
    name: displayNameOf({ firstName: user.first_name, lastName: user.last_name }),
  }
}
