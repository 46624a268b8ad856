/** Whose attempts at recovering an account count together. */
import { type Recognition } from '../accounts/known-clients.ts'
import { addressCounters } from '../throttling/address-counters.ts'
import type { AttemptKind } from '../throttle-rules.ts'
import { accountKey } from '../throttling/keys.ts'
import type { Counter } from '../../platform/throttle/throttle.ts'
import { counterNameOf, accountCounters, type AttemptCounters } from '../throttling/attempts.ts'
import type { Context } from '../context.ts'
import type { Client } from '../../platform/network/client.ts'
import type { Flow } from './flow.ts'

/** How many codes an address gets that an account does not know, whatever others asked for. */
const firstCodes = 2

type Who = { readonly recognition: Recognition; readonly client: Client }

/** Codes asked for on the account of `nameKey`. */
export function codeCounters({ settings }: Context, nameKey: string, who: Who): AttemptCounters {
  const { throttle } = settings
  const rules = {
    own: throttle.recoveryBegin,
    prefix: throttle.recoveryPrefix,
    newcomers: throttle.recoveryNewcomers,
    strangers: throttle.recoveryCodes,
    firstAttempts: firstCodes,
  }
  const { networks } = who.client
  const address = addressCounters('recovery-begin', networks, throttle.recoveryAddress)
  // As at the sign-in: a known device does not answer for its neighbours.
  const others = who.recognition.kind === 'device' ? [] : address
  return accountCounters({ owner: nameKey, kind: 'recovery-code' }, who, rules, others)
}

export type AnswerCounters = Readonly<Record<'address' | 'account' | 'flow', readonly Counter[]>>

/**
 * Where a try is counted: with the right code, or where none is asked for, against the account; with
 * a wrong one against its flow, as it is no guess at the answers. Whoever knows a username, but does
 * not read its mail, must not use up the attempts of its owner. Either takes as many writes, and while
 * the account waits either is refused alike, so that neither time nor refusal tells of the code.
 *
 * A flow that a known device or network began has the account's attempts to itself; those of strangers
 * share one count, wherever they are.
 */
export function answerCounters(
  { settings: { throttle } }: Context,
  { name_key: owner, id_hash, known_as }: Flow,
  client: Client,
): AnswerCounters {
  const of = (who: string): Counter[] => {
    const key = (kind: AttemptKind) => accountKey(owner, kind, who)
    return [
      { key: key('recovery-answers'), rule: throttle.recoveryAnswers },
      { key: key('recovery-day'), rule: throttle.recoveryDay },
    ]
  }
  const { networks } = client
  const address = addressCounters('recovery-answers', networks, throttle.recoveryAddress)
  return {
    address: parseRecognition(known_as).kind === 'device' ? [] : address,
    account: of(known_as ?? 'strangers'),
    flow: of(`flow:${id_hash}`),
  }
}

/** What is kept of `recognition` with a flow that began so; null for a stranger. */
export function serializeRecognition(recognition: Recognition, client: Client): string | null {
  return recognition.kind === 'stranger' ? null : counterNameOf(recognition, client)
}

const networkPrefix = 'network:'

/** What was kept by `serializeRecognition`. */
export function parseRecognition(knownAs: string | null): Recognition {
  if (knownAs === null) return { kind: 'stranger' }
  return knownAs.startsWith(networkPrefix)
    ? { kind: 'network', network: knownAs.slice(networkPrefix.length) }
    : { kind: 'device', fingerprint: knownAs }
}
