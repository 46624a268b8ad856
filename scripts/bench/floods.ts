/** What one network may send at once to keep others out, and how others fare meanwhile. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { sessionSchema } from '../../src/shared/contract/identity/sessions.ts'
import { root } from '../lib/paths.mjs'
import { stop } from '../lib/processes.ts'

export type Shape = {
  /** Requests under way. */
  readonly parallel: number
  /** All at once and then all again, or each as soon as one is answered. */
  readonly inWaves?: boolean
  /** Hangs up after a few milliseconds, answered or not. */
  readonly hangsUp?: boolean
}

export const floods = {
  'sign-ins': { parallel: 200 },
  'waves of sign-ins': { parallel: 1100, inWaves: true },
  'sign-ins that hang up': { parallel: 100, hangsUp: true },
  recoveries: { parallel: 200 },
  answers: { parallel: 100 },
  refreshes: { parallel: 200 },
  'password checks': { parallel: 200 },
  reads: { parallel: 200 },
} as const satisfies Record<string, Shape>

export type Flood = keyof typeof floods
export const floodNames = Object.keys(floods).filter((name): name is Flood => name in floods)
export const floodSchema = z.enum(floodNames)
export const familySchema = z.enum(['ipv6', 'ipv4'])
export type Family = z.infer<typeof familySchema>

/** Starts a flood on the portal at `url`, which trusts this machine as a proxy; it ends with `stack`. */
export async function startFlood(
  url: string,
  { kind, family }: { readonly kind: Flood; readonly family: Family },
  stack: AsyncDisposableStack,
): Promise<void> {
  const program = join(root, 'scripts', 'bench', 'flood.ts')
  const child = spawn(process.execPath, [program, url, kind, family], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  stack.defer(() => stop(child))
  await once(child.stdout, 'data')
  // Until what was sent has arrived and queues.
  await pause(500)
}

export type Person = { readonly username: string; readonly password: string }

/** Milliseconds, and what was refused of right sign-ins and of reads. */
export type Fare = {
  readonly signIns: readonly number[]
  readonly reads: readonly number[]
  readonly refused: number
}

const readsAfterEach = 4

/** How `person` fares: signs in so many `times`, from elsewhere, and reads a little after each. */
export async function fareOf(url: string, person: Person, times: number): Promise<Fare> {
  const signIns: number[] = []
  const reads: number[] = []
  let refused = 0
  const device = { name: 'Bench', platform: 'linux' }
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': '198.51.100.7' }
  const time = async (into: number[], path: string, init: RequestInit): Promise<string> => {
    const start = performance.now()
    const answer = await fetch(url + path, init)
    const text = await answer.text()
    into.push(performance.now() - start)
    if (!answer.ok) refused += 1
    return text
  }
  for (let turn = 0; turn < times; turn += 1) {
    // One person does one thing after the other.
    const body = JSON.stringify({ ...person, device })
    // oxlint-disable-next-line no-await-in-loop
    const text = await time(signIns, '/v1/sessions', { method: 'POST', headers, body })
    const token = sessionSchema.safeParse(JSON.parse(text)).data?.accessToken ?? ''
    for (let read = 0; read < readsAfterEach; read += 1) {
      const authorized = { ...headers, authorization: `Bearer ${token}` }
      // oxlint-disable-next-line no-await-in-loop
      await time(reads, '/v1/me', { headers: authorized })
    }
  }
  return { signIns, reads, refused }
}
