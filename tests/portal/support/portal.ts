/** A portal of its own for a test: real server, real database, a clock that can be turned. */
import { invite } from '../../../src/portal/admin/invite.ts'
import { createPortal, type Portal } from '../../../src/portal/portal.ts'
import type { PortalOptions } from '../../../src/portal/settings.ts'
import type { Session } from '../../../src/shared/contract/identity/sessions.ts'
import { demoData } from '../../support/demo-data.ts'
import { createClient, type Client } from './client.ts'
import { createDatabase, type DatabaseKind, type DatabasePlace } from './databases.ts'

export const device = { name: 'Test', platform: 'linux' } as const

export const demoPasswords = {
  'nouveau.client': 'Bienvenue-2016!',
  'marie.lambert': 'Confiance-En-Route-2026!',
  'jan.peeters': 'Grote-Portefeuille-2026!',
  'sofia.alvarez': 'Caducada-Hace-Poco-2026!',
  'luc.courtier': 'Courtage-En-Confiance-2026!',
} as const
export type DemoName = keyof typeof demoPasswords

export type TestPortal = {
  readonly portal: Portal
  readonly client: Client
  readonly address: string
  /** Where its data are. */
  readonly place: DatabasePlace
  /** Turns the portal's clock forward, in milliseconds. */
  readonly pass: (milliseconds: number) => void
  readonly signIn: (username: DemoName) => Promise<Session>
  /** Enters the password again in the session of `token`. */
  readonly reauthenticate: (token: string, username: DemoName) => Promise<void>
  /** Invites `username` and signs in with the initial password. */
  readonly invited: (username: string) => Promise<Session & { readonly password: string }>
  readonly stop: () => Promise<void>
}

export async function startPortal(
  kind: DatabaseKind,
  options: Partial<PortalOptions> = {},
): Promise<TestPortal> {
  const database = await createDatabase(kind, demoData(kind))
  let ahead = 0
  const portal = await createPortal({
    dataFolder: database.dataFolder,
    databaseUrl: database.databaseUrl,
    demo: true,
    // What is applied for stays as it is, unless a test says otherwise.
    underwriter: false,
    logLevel: 'silent',
    checkAnswers: true,
    clock: () => Date.now() + ahead,
    ...options,
  })
  const address = await portal.listen()
  const client = createClient(address)
  const enter = (username: string, password: string): Promise<Session> =>
    client.succeed('sessionCreate', { body: { username, password, device } })
  return {
    portal,
    client,
    address,
    place: database,
    pass: (milliseconds) => {
      ahead += milliseconds
    },
    signIn: (username) => enter(username, demoPasswords[username]),
    reauthenticate: async (token, username) => {
      const body = { password: demoPasswords[username] }
      await client.succeed('reauthenticate', { token, body })
    },
    invited: async (username) => {
      const { password } = await invite(portal.context, {
        username,
        language: 'fr',
        services: ['servnet'],
      })
      return { ...(await enter(username, password)), password }
    },
    stop: async () => {
      await portal.close()
      await database.remove()
    },
  }
}

export const second = 1000
export const minute = 60 * second
export const day = 24 * 60 * minute
