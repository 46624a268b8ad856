/** A session that never ends must not gather tokens for ever. */
import type { Db } from '../../platform/db/open.ts'
import { lifetimes } from '../settings.ts'

/** Deletes tokens that nobody can need any more, of sessions that go on. */
export async function pruneTokens(db: Db, now: number): Promise<void> {
  // A session's latest stays: a computer that slept for a week must hear that it expired.
  await db
    .deleteFrom('access_tokens')
    .where('expires_at', '<', now - lifetimes.replacedToken)
    .where((row) =>
      row.exists(
        row
          .selectFrom('access_tokens as later')
          .select('later.hash')
          .whereRef('later.session_id', '=', 'access_tokens.session_id')
          .whereRef('later.expires_at', '>', 'access_tokens.expires_at'),
      ),
    )
    .execute()
  // Signed ones are deleted when they are replaced.
  await db
    .deleteFrom('refresh_tokens')
    .where('retired', '=', 1)
    .where('issued_at', '<', now - lifetimes.session)
    .execute()
}
