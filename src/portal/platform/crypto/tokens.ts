/** Opaque tokens: 256 random bits. The database knows them by their SHA-256 only. */
import { hash, randomBytes } from 'node:crypto'

const bytes = 32

/** A new token, 43 characters of base64url. */
export function createToken(): string {
  return randomBytes(bytes).toString('base64url')
}

/** What is stored of `token`. A fast hash will do: 256 bits cannot be guessed. */
export function hashToken(token: string): string {
  return hash('sha256', token, 'base64url')
}
