/** Whom a message about an account goes to. */
import { displayNameOf } from '../../../shared/rules/typed-text.ts'
import { languageSchema } from '../../../shared/contract/common.ts'
import type { User } from '../../platform/db/schema.ts'
import type { Recipient } from '../../platform/mail/queue.ts'

/** An account as far as messages about it need it. */
export type Addressed = Pick<User, 'id' | 'email' | 'first_name' | 'last_name' | 'language'>

/** The person behind `user`, at `address` or else where they are reached now: nowhere, where null. */
export function recipientOf(user: Addressed, address = user.email): Recipient {
  return {
    userId: user.id,
    address,
    language: languageSchema.parse(user.language),
    name: displayNameOf({ firstName: user.first_name, lastName: user.last_name }),
  }
}

/**
 * Whom a recovery's code goes to. An address that nobody confirmed may be a stranger's: it gets a
 * code, without the name, only where the code opens nothing without the `questions`.
 */
export function recoveryRecipientOf(
  user: Addressed & Pick<User, 'unconfirmed_email'>,
  { questions }: { readonly questions: boolean },
): Recipient {
  if (user.email !== null) return recipientOf(user)
  return { ...recipientOf(user, questions ? user.unconfirmed_email : null), name: null }
}
