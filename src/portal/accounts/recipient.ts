/** Whom a message about an account goes to. */
import { languageSchema } from '../../shared/portal/common.ts'
import type { User } from '../db/schema.ts'
import type { Recipient } from '../mail/queue.ts'
import { displayNameOf } from './account.ts'

type Addressed = Pick<User, 'id' | 'email' | 'first_name' | 'last_name' | 'language'>

/** The person behind `user`, at `address` or else where they are reached now. */
export function recipientOf(user: Addressed, address = user.email): Recipient {
  return {
    userId: user.id,
    address,
    language: languageSchema.parse(user.language),
    name: displayNameOf(user),
  }
}
