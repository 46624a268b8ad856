import { readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hostFetch } from '../../support/main.ts'
import { invited, marie } from '../../support/people.ts'
import { storedDocuments } from '../../support/stored.ts'
import { openRecovering, type Recovering } from '../../support/recovering.ts'

const { username } = marie
const newPassword = 'Retour-Sur-La-Route-2026!'

let stack: AsyncDisposableStack
let here: Recovering

beforeEach(async () => {
  stack = new AsyncDisposableStack()
  here = await openRecovering(stack)
})
afterEach(() => stack.disposeAsync())

describe('a recovery on this computer', () => {
  it('goes on after a crash', async () => {
    await here.start().ask('recovery.start', { username })
    const main = here.start()
    expect(await main.ask('recovery.read', {})).toMatchObject({ step: 'answers', username })
    expect((await main.ask('recovery.answer', await here.proof())).step).toBe('password')
    expect(await here.start().ask('recovery.read', {})).toMatchObject({
      step: 'password',
      username,
    })
  })

  it('lives in memory only where there is no keychain', async () => {
    here.keychain.fail('keychain_absent')
    const main = here.start()
    await main.ask('recovery.start', { username })
    expect((await main.ask('recovery.read', {})).step).toBe('answers')
    expect(readdirSync(here.folder)).toEqual([])
    expect(await here.start().ask('recovery.read', {})).toEqual({
      step: 'username',
      username: null,
    })
  })

  it('begins with who signed in here last', async () => {
    await here.start().ask('session.signIn', { ...marie, staySignedIn: false })
    const main = here.start()
    await main.ask('app.state', {})
    expect(await main.ask('recovery.read', {})).toEqual({ step: 'username', username })
  })

  it('does not come back once it was left, also by an answer that comes late', async () => {
    const [reached, held] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    const main = here.start(async (url, init) => {
      const response = await hostFetch(url, init)
      reached.resolve()
      await held.promise
      return response
    })
    const begun = main.ask('recovery.start', { username })
    await reached.promise
    await main.ask('recovery.leave', {})
    held.resolve()
    expect(await begun).toEqual({ step: 'username', username })
    expect(await main.ask('recovery.read', {})).toEqual({ step: 'username', username })
    expect(readdirSync(here.folder)).toEqual([])
  })

  it('is forgotten, with the name, once someone signed in and out', async () => {
    const main = here.start()
    await main.ask('recovery.start', { username })
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    expect((await storedDocuments(here.folder, here.keychain)).has('')).toBe(false)
    await main.ask('session.signOut', {})
    expect(await main.ask('recovery.read', {})).toEqual({ step: 'username', username: null })
  })

  it('of another person leaves what the last one typed, for them alone', async () => {
    const draft = {
      questionIds: [],
      email: 'half.typed@',
      emailConfirmation: '',
      firstName: '',
      lastName: '',
      language: null,
      alertsByEmail: null,
    }
    const former = here.start()
    await former.ask('session.signIn', { ...invited, staySignedIn: false })
    await former.ask('enrolment.saveDraft', draft)
    const main = here.start()
    await main.ask('app.state', {})
    await main.ask('recovery.start', { username })
    await main.ask('recovery.answer', await here.proof())
    await main.ask('recovery.setPassword', { newPassword })
    const stored = await storedDocuments(here.folder, here.keychain)
    expect(stored).toEqual(
      new Map([
        ['', ['recovery']],
        [invited.username, expect.arrayContaining(['draft'])],
      ]),
    )
    expect(await here.start().ask('recovery.read', {})).toEqual({ step: 'done', username })
  })

  it('ends the session that was open here', async () => {
    const main = here.start()
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    await main.ask('recovery.start', { username })
    await main.ask('recovery.answer', await here.proof())
    await main.ask('recovery.setPassword', { newPassword })
    const ended = { kind: 'signedOut', username, reason: 'session_ended' }
    expect(main.services.session.view()).toEqual(ended)
    expect(here.keychain.entries.get('session')).not.toContain('refreshToken')
  })
})
