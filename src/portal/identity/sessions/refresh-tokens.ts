/**
 * Refresh tokens: a session's id, 256 random bits, and a signature of both. So one that was replaced is
 * known for what it is without being kept: signed here, and no longer among those that are. Those of
 * before were random bits alone; they are kept, retired, for as long as they could have been used.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Pepper } from '../../platform/crypto/pepper.ts'
import { hashToken } from '../../platform/crypto/tokens.ts'
import type { Db } from '../../platform/db/open.ts'
import { lifetimes } from '../settings.ts'

/** Of each part, in bytes. */
const sizes = { id: 16, random: 32, signature: 16 } as const

type Signer = Pick<Pepper, 'signToken'>

/** A new token of the session `sessionId` (a UUID): 86 characters of base64url. */
export function createRefreshToken(signer: Signer, sessionId: string): string {
  const id = Buffer.from(sessionId.replaceAll('-', ''), 'hex')
  const signed = Buffer.concat([id, randomBytes(sizes.random)])
  return Buffer.concat([signed, signatureOf(signer, signed)]).toString('base64url')
}

/** The session that `token` was issued for here; null for any other text. */
export function sessionOf(signer: Signer, token: string): string | null {
  const bytes = Buffer.from(token, 'base64url')
  if (bytes.length !== sizes.id + sizes.random + sizes.signature) return null
  const signed = bytes.subarray(0, sizes.id + sizes.random)
  const signature = bytes.subarray(signed.length)
  if (!timingSafeEqual(signature, signatureOf(signer, signed))) return null
  const id = bytes.subarray(0, sizes.id).toString('hex')
  return id.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

function signatureOf({ signToken }: Signer, signed: Buffer): Buffer {
  return signToken(signed).subarray(0, sizes.signature)
}

/** How what is stored of a signed token begins. */
export const signedMark = 'signed:'

/** What is stored of `token`. */
export function hashRefreshToken(signer: Signer, token: string): string {
  const hash = hashToken(token)
  return sessionOf(signer, token) === null ? hash : `${signedMark}${hash}`
}

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
