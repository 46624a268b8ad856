import { beforeEach, describe, expect, it } from 'vitest'
import type { ProxyAnswer, ProxyQuestion } from '../../../src/shared/contract/app/proxy.ts'
import { createKeychain } from '../../../src/main/platform/secrets/keychain.ts'
import {
  createProxySignIn,
  type KnockAtProxy,
  type ProxyChallenge,
} from '../../../src/main/portal-client/proxy-sign-in.ts'
import { createMemoryKeychain, type MemoryKeychain } from '../support/memory-keychain.ts'

const challenge: ProxyChallenge = { host: 'proxy.firm.example', port: 3128, realm: 'Firm' }
const right = { username: 'marie', password: 'la bonne', keep: false }
const wrong = { ...right, password: 'une autre' }

let store: MemoryKeychain
/** What the proxy was told, in order. */
let told: (string | null)[]
beforeEach(() => {
  store = createMemoryKeychain()
  told = []
})

/** A proxy that asks until it is told the right password, or nothing. */
const knocking =
  (asking: ProxyChallenge = challenge): KnockAtProxy =>
  async (answer) => {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- one asking after the other
      const given = await answer(asking)
      told.push(given?.password ?? null)
      if (given === null) return 'refused'
      if (given.password === right.password) return 'open'
    }
  }

/** Somebody who answers so, question by question; then not any more. */
function person(answers: readonly (ProxyAnswer | null)[], knock: KnockAtProxy = knocking()) {
  const questions: ProxyQuestion[] = []
  const signIn = createProxySignIn({
    keychain: createKeychain(store, () => undefined),
    knock,
    ask(question) {
      if (question === null) return
      questions.push(question)
      const answer = answers[questions.length - 1]
      if (answer !== undefined) queueMicrotask(() => signIn.answer(question.id, answer))
    },
  })
  return {
    signIn: (isInPerson: boolean, sentAt = performance.now()) =>
      signIn.signIn({ isInPerson, sentAt }),
    questions,
    parts: signIn,
  }
}

describe('signing in to a proxy', () => {
  it('asks the person, with who asks, and is through', async () => {
    const { signIn, questions } = person([right])
    expect(await signIn(true)).toBe(true)
    expect(questions).toEqual([
      { id: 1, host: 'proxy.firm.example:3128', realm: 'Firm', isAgain: false, canKeep: true },
    ])
    expect(store.entries.has('proxy')).toBe(false)
  })

  it('asks again where the answer was wrong, and not for ever', async () => {
    const { signIn, questions } = person([wrong, wrong, wrong, right])
    expect(await signIn(true)).toBe(false)
    expect(questions.map(({ isAgain }) => isAgain)).toEqual([false, true, true])
    expect(told).toEqual([wrong.password, wrong.password, wrong.password, null])
  })

  it('keeps an answer that was right where the person wants that, and then asks nobody', async () => {
    await person([wrong, { ...right, keep: true }]).signIn(true)
    const { signIn, questions } = person([])
    expect(await signIn(false)).toBe(true)
    expect(questions).toEqual([])
  })

  it.each([
    ['wrong', [{ ...wrong, keep: true }, null]],
    ['not given', [null]],
  ] as const)('keeps nothing that was %s', async (_what, answers) => {
    expect(await person(answers).signIn(true)).toBe(false)
    expect(store.entries.has('proxy')).toBe(false)
  })

  it('tries what is kept once: refused, it is forgotten and asked for', async () => {
    store.entries.set('proxy', JSON.stringify({ ...challenge, ...wrong }))
    const { signIn, questions } = person([right])
    expect(await signIn(false)).toBe(true)
    expect(told).toEqual([wrong.password, right.password])
    expect(questions).toMatchObject([{ isAgain: true }])
    expect(store.entries.has('proxy')).toBe(false)
  })

  it.each([
    ['host', { host: 'other.firm.example' }],
    ['port', { port: 8080 }],
    ['name', { realm: 'Other' }],
  ])('sends what is kept to no proxy of another %s', async (_what, other) => {
    store.entries.set('proxy', JSON.stringify({ ...challenge, ...right }))
    const { signIn, questions } = person([null], knocking({ ...challenge, ...other }))
    expect(await signIn(false)).toBe(false)
    expect(told).toEqual([null])
    expect(questions).toHaveLength(1)
  })

  it('asks once for all calls that wait, and nobody in the background who has said no', async () => {
    const { signIn, questions } = person([null, right])
    expect(await Promise.all([signIn(false), signIn(true), signIn(false)])).toEqual([
      false,
      false,
      false,
    ])
    expect(await signIn(false)).toBe(false)
    expect(questions).toHaveLength(1)
    expect(await signIn(true)).toBe(true)
  })

  it('asks nobody once more for a call that was sent before the answer', async () => {
    const sentAt = performance.now()
    const { signIn, questions } = person([null, right])
    expect(await signIn(false)).toBe(false)
    expect(await signIn(true, sentAt)).toBe(false)
    expect(questions).toHaveLength(1)
    expect(await signIn(true)).toBe(true)
    expect(await signIn(true, sentAt)).toBe(true)
    expect(questions).toHaveLength(2)
  })

  it('takes no answer to another question, and shows no more of a name than there is room for', async () => {
    const realm = `\u202EFirm\u0000${'x'.repeat(500)}`
    const { signIn, questions, parts } = person([], knocking({ ...challenge, realm }))
    const result = signIn(true)
    await expect.poll(() => questions.length).toBe(1)
    expect(questions[0]?.realm).toMatch(/^Firmx{0,100}$/u)
    parts.answer(99, right)
    expect(parts.question()).not.toBeNull()
    parts.answer(1, null)
    expect(await result).toBe(false)
    expect(parts.question()).toBeNull()
  })

  it('lets the call say itself what is wrong where neither proxy nor portal answers', async () => {
    expect(await person([], async () => 'unclear').signIn(true)).toBe(true)
  })
})
