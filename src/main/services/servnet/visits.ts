/**
 * Who has seen Serv@Net's first page on this computer. Settings say nothing of who works here, so
 * each is kept as a hash under the installation's secret; without a keychain, for this run only.
 */
import { createHmac } from 'node:crypto'
import { personKey } from '../../store/person.ts'
import type { DeviceSecret } from '../../platform/secrets/device-secret.ts'
import type { Settings } from '../../platform/settings/settings.ts'

/** Enough for everybody at a computer; beyond it the first are forgotten. */
const mostVisitors = 50

export type Visits = {
  readonly isFirst: (username: string) => Promise<boolean>
  /** From now on it is no first visit; safe to repeat. */
  readonly note: (username: string) => Promise<void>
}

/** @param deviceSecret makes the hashes; who does not know it cannot try usernames */
export function createVisits(settings: Settings, deviceSecret: DeviceSecret): Visits {
  const visitorOf = async (username: string) =>
    createHmac('sha256', await deviceSecret())
      .update(`visitor ${personKey(username)}`)
      .digest('base64url')
  return {
    isFirst: async (username) => !settings.values().visitors.includes(await visitorOf(username)),
    async note(username) {
      const visitor = await visitorOf(username)
      const { visitors } = settings.values()
      if (visitors.includes(visitor)) return
      await settings.update({ visitors: [...visitors, visitor].slice(-mostVisitors) })
    },
  }
}
