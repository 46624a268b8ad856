/**
 * One network that sends what it can, as a program of its own: `flood.ts URL KIND FAMILY`. Each request
 * comes from another address of one IPv6 /48 or IPv4 /24, as a proxy in front would tell it. It says
 * `flooding` once it does, and goes on until it is ended.
 */
import { Agent, request } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { assertNever } from '../../src/shared/assert-never.ts'
import { recoverySchema } from '../../src/shared/contract/identity/recoveries.ts'
import { familySchema, floods, floodSchema, type Shape } from './floods.ts'

const { url, kind, family } = z
  .object({ url: z.url(), kind: floodSchema, family: familySchema })
  .parse({ url: process.argv[2], kind: process.argv[3], family: process.argv[4] })
const shape: Shape = floods[kind]
const { parallel, inWaves = false, hangsUp = false } = shape

const agent = new Agent({ keepAlive: true, maxSockets: parallel })
const device = { name: 'Flood', platform: 'linux' }
let sent = 0

function addressOf(number: number): string {
  if (family === 'ipv4') return `203.0.113.${number % 256}`
  // Neighbouring numbers lie in networks far apart, each /64 in its turn.
  return `2001:db8:77:${((number * 7919) % 65_536).toString(16)}::1`
}

type Sent = { readonly method: string; readonly path: string; readonly body?: unknown }
type Flow = { readonly id: string; readonly questionIds: readonly string[] }
const flows: Flow[] = []

function next(): Sent {
  const username = `nobody.${process.pid}.${sent}`
  switch (kind) {
    case 'sign-ins':
    case 'waves of sign-ins':
    case 'sign-ins that hang up': {
      const body = { username, password: 'Not-The-Password-1!', device }
      return { method: 'POST', path: '/v1/sessions', body }
    }
    case 'recoveries':
      return { method: 'POST', path: '/v1/recoveries', body: { username, language: 'fr' } }
    case 'answers': {
      const { id, questionIds } = flows[sent % flows.length] ?? {
        id: 'x'.repeat(43),
        questionIds: [],
      }
      const answers = questionIds.map((questionId) => ({ questionId, answer: 'Not that' }))
      return {
        method: 'PUT',
        path: `/v1/recoveries/${id}/answers`,
        body: { code: '000000', answers },
      }
    }
    case 'refreshes':
      return {
        method: 'POST',
        path: '/v1/sessions/refresh',
        body: { refreshToken: String(sent).padStart(43, 'x') },
      }
    case 'password checks':
      return {
        method: 'POST',
        path: '/v1/password-checks',
        body: { password: `Un-Essai-${sent}!` },
      }
    case 'reads':
      return { method: 'GET', path: '/v1/security-questions?language=fr' }
    default:
      return assertNever(kind)
  }
}

/** Answers the body; nothing where the connection broke off, which is the other's good right. */
function send({ method, path, body }: Sent): Promise<string> {
  sent += 1
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': addressOf(sent) }
  return new Promise((resolve) => {
    const outgoing = request(url + path, { method, agent, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => {
        text += part
      })
      answer.on('close', () => resolve(text))
    })
    outgoing.on('error', () => resolve(''))
    outgoing.end(body === undefined ? undefined : JSON.stringify(body))
    if (hangsUp) setTimeout(() => outgoing.destroy(), 5)
  })
}

async function begin(): Promise<void> {
  const username = `nobody.${sent}`
  const text = await send({
    method: 'POST',
    path: '/v1/recoveries',
    body: { username, language: 'fr' },
  })
  const recovery = recoverySchema.safeParse(text === '' ? null : JSON.parse(text)).data
  if (recovery?.state !== 'answers') return
  flows.push({ id: recovery.id, questionIds: recovery.questions.map(({ id }) => id) })
}

/** Sends again and again, each as soon as the last is over. */
async function sendForEver(): Promise<never> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one at a time on each connection
    await (inWaves
      ? Promise.all(Array.from({ length: parallel }, () => send(next())))
      : send(next()))
    // A refusal that comes at once must not keep this program from hearing that it is to end.
    // oxlint-disable-next-line no-await-in-loop
    await pause(0)
  }
}

if (kind === 'answers') await Promise.all(Array.from({ length: 40 }, begin))
console.log('flooding')
await Promise.all(Array.from({ length: inWaves ? 1 : parallel }, sendForEver))
