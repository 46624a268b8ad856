/** Whose tries at recovering an account count together. */
import { type Standing } from '../waits/known-clients.ts'
import { addressCharges } from '../waits/address-charges.ts'
import type { AttemptKind } from '../throttle-rules.ts'
import { accountKey } from '../waits/throttle-keys.ts'
import type { Charge } from '../../platform/throttle/throttle.ts'
import { nameOfStanding, triesAt, type Tries } from '../waits/tries.ts'
import type { Context } from '../context.ts'
import type { Client } from '../../platform/network/client.ts'
import type { Flow } from './flow.ts'

/** How many codes an address gets that an account does not know, whatever others asked for. */
const firstCodes = 2

type Who = { readonly standing: Standing; readonly client: Client }

/** Codes asked for on the account of `nameKey`. */
export function codeTries({ settings }: Context, nameKey: string, who: Who): Tries {
  const { throttle } = settings
  const policies = {
    own: throttle.recoveryBegin,
    prefix: throttle.recoveryPrefix,
    newcomers: throttle.recoveryNewcomers,
    strangers: throttle.recoveryCodes,
    firstTries: firstCodes,
  }
  const { networks } = who.client
  const address = addressCharges('recovery-begin', networks, throttle.recoveryAddress)
  // As at the sign-in: a known device does not answer for its neighbours.
  const others = who.standing.kind === 'device' ? [] : address
  return triesAt({ owner: nameKey, tries: 'recovery-code' }, who, policies, others)
}

export type AnswerCharges = Readonly<Record<'address' | 'account' | 'flow', readonly Charge[]>>

/**
 * Where a try is counted: with the right code, or where none is asked for, against the account; with
 * a wrong one against its flow, as it is no guess at the answers. Whoever knows a username, but does
 * not read its mail, must not use up the tries of its owner. Either takes as many writes, and while
 * the account waits either is refused alike, so that neither time nor refusal tells of the code.
 *
 * A flow that a known device or network began has the account's tries to itself; those of strangers
 * share one count, wherever they are.
 */
export function answerCharges(
  { settings: { throttle } }: Context,
  { name_key: owner, id_hash, known_as }: Flow,
  client: Client,
): AnswerCharges {
  const of = (who: string): Charge[] => {
    const key = (tries: AttemptKind) => accountKey(owner, tries, who)
    return [
      { key: key('recovery-answers'), policy: throttle.recoveryAnswers },
      { key: key('recovery-day'), policy: throttle.recoveryDay },
    ]
  }
  const { networks } = client
  const address = addressCharges('recovery-answers', networks, throttle.recoveryAddress)
  return {
    address: standingIn(known_as).kind === 'device' ? [] : address,
    account: of(known_as ?? 'strangers'),
    flow: of(`flow:${id_hash}`),
  }
}

/** What is kept of `standing` with a flow that began so; null for a stranger. */
export function keptStanding(standing: Standing, client: Client): string | null {
  return standing.kind === 'stranger' ? null : nameOfStanding(standing, client)
}

const networkPrefix = 'network:'

/** What was kept by `keptStanding`. */
export function standingIn(knownAs: string | null): Standing {
  if (knownAs === null) return { kind: 'stranger' }
  return knownAs.startsWith(networkPrefix)
    ? { kind: 'network', network: knownAs.slice(networkPrefix.length) }
    : { kind: 'device', fingerprint: knownAs }
}
