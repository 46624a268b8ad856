/**
 * Signing in to a proxy that asks who one is: with what the keychain holds, tried once, then with what
 * the person types. Chromium keeps what the proxy took for as long as the app runs.
 */
import { z } from 'zod'
import type { ProxyAnswer, ProxyQuestion } from '../../shared/contract/app/proxy.ts'
import { visibleText } from '../../shared/rules/typed-text.ts'
import type { Keychain } from '../platform/secrets/keychain.ts'

/** Who asks, as the network stack tells it. */
export type ProxyChallenge = {
  readonly host: string
  readonly port: number
  readonly realm: string
}
export type ProxyCredentials = Pick<ProxyAnswer, 'username' | 'password'>

/**
 * Sends something without content through the proxy, and answers what it asks, as often as it asks;
 * null ends that. `unclear`: neither the proxy nor what is behind it has answered.
 */
export type KnockAtProxy = (
  answer: (challenge: ProxyChallenge) => Promise<ProxyCredentials | null>,
) => Promise<'open' | 'refused' | 'unclear'>

/** A call that the proxy refused. */
export type RefusedCall = {
  /** Whether somebody waits for it: else nobody is asked again who has said no. */
  readonly isInPerson: boolean
  /** When it was sent, by `performance.now()`: what was answered since then counts for it too. */
  readonly sentAt: number
}

export type ProxySignIn = {
  /** Whether it is worth trying again what the proxy refused. */
  readonly signIn: (refused: RefusedCall) => Promise<boolean>
  /** What the person is being asked; null for nothing. */
  readonly question: () => ProxyQuestion | null
  /** Takes an answer to the present question; one to another does nothing. */
  readonly answer: (id: number, answer: ProxyAnswer | null) => void
}

/** What one types in vain before the call fails: proxies lock accounts that fail more often. */
const mostAnswers = 3

const keptSchema = z.object({
  host: z.string(),
  port: z.number(),
  realm: z.string(),
  username: z.string(),
  password: z.string(),
})

/** @param options.ask shows the question to the person, or takes it away */
export function createProxySignIn(options: {
  readonly keychain: Keychain
  readonly knock: KnockAtProxy
  readonly ask: (question: ProxyQuestion | null) => void
}): ProxySignIn {
  const { keychain, knock } = options
  let underWay: Promise<boolean> | null = null
  let declinedAt: number | null = null
  let openedAt: number | null = null
  let asked = 0
  let open: {
    readonly question: ProxyQuestion
    readonly take: (answer: ProxyAnswer | null) => void
  } | null = null

  function askPerson(challenge: ProxyChallenge, isAgain: boolean): Promise<ProxyAnswer | null> {
    const { promise, resolve: take } = Promise.withResolvers<ProxyAnswer | null>()
    asked += 1
    const question = {
      id: asked,
      host: `${challenge.host}:${challenge.port}`.slice(0, 300),
      realm: visibleText(challenge.realm).replace(/\p{C}/gu, '').slice(0, 100),
      isAgain,
      canKeep: keychain.usable(),
    }
    open = { question, take }
    options.ask(question)
    return promise
  }

  async function keptFor(challenge: ProxyChallenge): Promise<ProxyCredentials | null> {
    const stored = await keychain.read('proxy')
    const kept = stored.ok && stored.data !== null ? parseKept(stored.data) : null
    return kept !== null && isSame(kept, challenge) ? kept : null
  }

  async function run(): Promise<boolean> {
    declinedAt = null
    let used: 'nothing' | 'kept' | 'typed' = 'nothing'
    let typed = 0
    let toKeep: string | null = null
    const outcome = await knock(async (challenge) => {
      const kept = used === 'nothing' ? await keptFor(challenge) : null
      if (kept !== null) {
        used = 'kept'
        return kept
      }
      if (used === 'kept') await keychain.remove('proxy')
      const isAgain = used !== 'nothing'
      used = 'typed'
      if (typed === mostAnswers) return null
      typed += 1
      const answer = await askPerson(challenge, isAgain)
      if (answer === null) {
        declinedAt = performance.now()
        return null
      }
      const { username, password, keep } = answer
      const { host, port, realm } = challenge
      toKeep = keep ? JSON.stringify({ host, port, realm, username, password }) : null
      return { username, password }
    })
    if (outcome === 'open') openedAt = performance.now()
    if (outcome === 'open' && toKeep !== null) await keychain.write('proxy', toKeep)
    return outcome !== 'refused'
  }

  async function runOnce(): Promise<boolean> {
    try {
      return await run()
    } finally {
      underWay = null
      if (open !== null) options.ask(null)
      open = null
    }
  }

  return {
    async signIn({ isInPerson, sentAt }) {
      if (underWay !== null) return underWay
      if (openedAt !== null && openedAt > sentAt) return true
      if (declinedAt !== null && (!isInPerson || declinedAt > sentAt)) return false
      return (underWay = runOnce())
    },
    question: () => open?.question ?? null,
    answer(id, answer) {
      if (open?.question.id === id) open.take(answer)
    },
  }
}

function isSame(kept: ProxyChallenge, { host, port, realm }: ProxyChallenge): boolean {
  return kept.host === host && kept.port === port && kept.realm === realm
}

function parseKept(text: string): z.infer<typeof keptSchema> | null {
  try {
    const parsed = keptSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
