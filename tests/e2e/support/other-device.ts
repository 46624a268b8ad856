/** The same person at a device that is not this app: the portal's interface, called directly. */
import { z } from 'zod'
import type { Credentials } from './flows.ts'

export type OtherDevice = {
  /** The status that the portal answers with, and what it says. */
  readonly call: (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<{ readonly status: number; readonly headers: Headers; readonly json: unknown }>
}

const sessionSchema = z.object({ accessToken: z.string() })

/** Whether the portal takes this password: opens a session, and leaves it open where it does. */
export async function trySignIn(
  portalUrl: string,
  { username, password }: Credentials,
  name = 'other',
): Promise<{ readonly status: number; readonly json: unknown }> {
  const answer = await fetch(`${portalUrl}/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password, device: { name, platform: 'macos' } }),
  })
  return { status: answer.status, json: await answer.json() }
}

/** Signs in as a device of this name. */
export async function signInElsewhere(
  portalUrl: string,
  credentials: Credentials,
  name = 'other',
): Promise<OtherDevice> {
  const opened = await trySignIn(portalUrl, credentials, name)
  const { accessToken } = sessionSchema.parse(opened.json)
  return {
    call: async (method, path, body, headers = {}) => {
      const answer = await fetch(new URL(path, portalUrl), {
        method,
        headers: {
          authorization: `Bearer ${accessToken}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      const json: unknown = text === '' ? null : JSON.parse(text)
      return { status: answer.status, headers: answer.headers, json }
    },
  }
}
