/** Signing in as the people whom the bench has put into a portal. */
import type { Request } from 'autocannon'
import { sessionSchema } from '../../src/shared/contract/identity/sessions.ts'
import { seededPassword } from './seed.ts'

const json = { 'content-type': 'application/json' }
const path = '/v1/sessions'

function bodyOf(username: string): string {
  const device = { name: 'Bench', platform: 'linux' }
  return JSON.stringify({ username, password: seededPassword, device })
}

export function signInRequest(username: string): Request {
  return { method: 'POST', path, headers: json, body: bodyOf(username) }
}

/** An access token good for ten minutes, longer than what is measured with it lasts. */
export async function signIn(url: string, username: string): Promise<string> {
  const options = { method: 'POST', headers: json, body: bodyOf(username) }
  const answer = await fetch(url + path, options)
  return sessionSchema.parse(await answer.json()).accessToken
}
