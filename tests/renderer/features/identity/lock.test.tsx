/** The lock, and its settings in the profile. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Routes } from '../../../../src/renderer/app/routes.tsx'
import { LockPage } from '../../../../src/renderer/features/identity/lock/lock-page.tsx'
import { ProfilePage } from '../../../../src/renderer/features/identity/profile/profile-page.tsx'
import type { LockedView } from '../../../../src/shared/contract/identity/sessions.ts'
import type { LockState } from '../../../../src/shared/contract/offline/lock.ts'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import {
  answerFromNowOn,
  callsOf,
  raiseEvent,
  scriptPortal,
  signedIn,
  signedOut,
} from '../../support/fake-portal.ts'
import { scriptProfile } from '../../support/profile.ts'
import { show } from '../../support/stage.tsx'

const right = 'rivière au soir'

const lockedView: LockedView = {
  kind: 'locked',
  user: { username: 'marie.lambert', displayName: 'Marie Lambert', language: 'fr' },
  reason: 'lock',
  password: 'own',
  signedIn: false,
  waitsUntil: null,
  waiting: 0,
}
const lockedAs = (changes: Partial<LockedView>) => ({
  ...signedIn,
  session: { ...lockedView, ...changes },
})
const showLock = (changes: Partial<LockedView> = {}) => show(<LockPage />, lockedAs(changes))

async function showSettings(state: LockState): Promise<void> {
  answerFromNowOn({ 'lock.read': () => success(state) })
  await show(<ProfilePage />, signedIn, '/profile/lock')
}

const button = (name: string) => page.getByRole('button', { name, exact: true })
const field = (name: string) => page.getByLabelText(name, { exact: true })
const password = field('Mot de passe de verrouillage')
const unlock = button('Déverrouiller')

describe('the lock', () => {
  beforeEach(() =>
    scriptPortal({
      'lock.shown': () => success({}),
      'lock.unlock': ({ password: typed }) =>
        typed === right ? success(signedIn.session) : failure({ code: 'lock_password_wrong' }),
      'lock.leave': () => success(signedOut.session),
    }),
  )

  test('opens with its password, and with Enter alone', async () => {
    await show(<Routes />, lockedAs({}), '/servnet/policies')
    await expect.element(password).toHaveFocus()
    await expect.element(page.getByText('Marie Lambert')).toBeVisible()
    expect(callsOf('lock.shown')).toHaveLength(1)
    await userEvent.keyboard(`${right}{Enter}`)
    await expect.element(password).not.toBeInTheDocument()
    expect(callsOf('lock.unlock')).toEqual([{ password: right }])
  })

  test('tells a wrong password apart from a missing one, and keeps what was typed', async () => {
    await showLock()
    await userEvent.click(unlock)
    await expect.element(password).toHaveAccessibleDescription(/Saisissez votre mot de passe/u)
    expect(callsOf('lock.unlock')).toEqual([])
    await userEvent.fill(password, 'riviere')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('alert')).toMatchTextContent(/n’ouvre pas l’application/u)
    await expect.element(password).toHaveFocus()
    await expect.element(password).toHaveValue('riviere')
    // It is selected: what is typed takes its place.
    await userEvent.keyboard(`${right}{Enter}`)
    await expect.poll(() => callsOf('lock.unlock')).toHaveLength(2)
    expect(callsOf('lock.unlock').at(-1)).toEqual({ password: right })
  })

  test('counts a wait down, and tries nothing meanwhile', async () => {
    answerFromNowOn({
      'lock.unlock': () => failure({ code: 'lock_password_wrong', retryAfter: 30 }),
    })
    await showLock()
    await userEvent.fill(password, 'riviere')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByRole('timer')).toMatchTextContent(/(30|29)\ssecondes/u)
    await userEvent.keyboard('{Enter}')
    expect(callsOf('lock.unlock')).toHaveLength(1)
    await expect.element(unlock).toHaveAttribute('aria-disabled', 'true')
  })

  test('that waits from the start says so, and opens once the wait is over', async () => {
    await showLock({ waitsUntil: new Date(Date.now() + 60_000).toISOString() })
    await expect.element(page.getByRole('timer')).toBeVisible()
    raiseEvent('session.changed', { ...lockedView, waitsUntil: new Date(0).toISOString() })
    await expect.element(page.getByRole('timer')).not.toBeInTheDocument()
    await userEvent.fill(password, right)
    await userEvent.click(unlock)
    await expect.poll(() => callsOf('lock.unlock')).toEqual([{ password: right }])
  })

  test.each([
    ['lease', /n’a pas été joint depuis trop longtemps/u],
    ['clock', /a été reculée/u],
  ] as const)('for %s asks for no password, and tries the portal', async (reason, words) => {
    answerFromNowOn({ 'lock.reach': () => failure({ code: 'network_offline' }) })
    await showLock({ reason, password: null })
    await expect.element(page.getByText(words)).toBeVisible()
    await expect.element(page.getByRole('textbox')).not.toBeInTheDocument()
    await userEvent.click(button('Réessayer'))
    await expect.element(page.getByRole('alert')).toMatchTextContent(/pas connecté à Internet/u)
    answerFromNowOn({ 'lock.reach': () => success(signedIn.session) })
    await userEvent.click(button('Réessayer'))
    await expect.element(page.getByText(words)).not.toBeInTheDocument()
  })

  test('is left by another person, who signs in', async () => {
    await show(<Routes />, lockedAs({}))
    await userEvent.click(button('Autre personne'))
    await expect.element(password).not.toBeInTheDocument()
    expect(callsOf('lock.leave')).toHaveLength(1)
    await expect.element(page.getByText('Marie Lambert')).not.toBeInTheDocument()
  })

  test('forgotten: opens by signing in, and gives up what is kept only when asked twice', async () => {
    const proven = { ...lockedView, signedIn: true, waiting: 2 }
    answerFromNowOn({
      'lock.signIn': () => success(proven),
      'lock.abandon': () => success(signedIn.session),
    })
    await showLock()
    await userEvent.click(button('Mot de passe oublié ?'))
    const portal = field('Mot de passe Atradius')
    await expect.element(portal).toHaveFocus()
    await userEvent.keyboard('Portail-1{Enter}')
    await expect.element(page.getByText(/2\smodifications\sattendent/u)).toBeVisible()
    expect(callsOf('lock.signIn')).toEqual([{ password: 'Portail-1' }])
    await userEvent.click(button('Continuer sans ce qui est conservé ici'))
    await expect.element(button('Annuler')).toHaveFocus()
    expect(callsOf('lock.abandon')).toEqual([])
    await userEvent.click(button('Effacer et continuer'))
    await expect.poll(() => callsOf('lock.abandon')).toHaveLength(1)
  })
})

describe('its settings', () => {
  const off: LockState = { lock: { kind: 'off' }, available: true }
  const on: LockState = {
    lock: { kind: 'on', password: 'own', idleMinutes: 15 },
    available: true,
  }
  beforeEach(scriptProfile)

  test('turn it on with a password that the rules allow', async () => {
    answerFromNowOn({ 'lock.configure': () => success(on) })
    await showSettings(off)
    const fresh = field('Nouveau mot de passe de verrouillage')
    await userEvent.fill(fresh, '12345678')
    await userEvent.click(button('Activer le verrouillage'))
    await expect.element(fresh).toHaveAttribute('aria-invalid', 'true')
    expect(callsOf('lock.configure')).toEqual([])
    await userEvent.fill(fresh, right)
    await userEvent.click(button('Activer le verrouillage'))
    await expect.element(page.getByText('Le verrouillage est activé.')).toBeVisible()
    const input = { kind: 'on', by: 'own', password: right, current: null, idleMinutes: 15 }
    expect(callsOf('lock.configure')).toEqual([input])
  })

  test('offer what the organisation allows, and say that it is theirs', async () => {
    const policy = { required: true, longestIdleMinutes: 15, password: 'own' } as const
    await showSettings({ ...on, policy })
    await expect.element(page.getByText(/demande que le verrouillage reste activé/u)).toBeVisible()
    await expect.element(page.getByText(/limite ce délai/u)).toBeVisible()
    await expect.element(page.getByText(/a fixé le mot de passe/u)).toBeVisible()
    const times = field('Verrouiller après').getByRole('option').elements()
    expect(times.map((option) => option.getAttribute('value'))).toEqual(['5', '15'])
    await expect.element(button('Désactiver le verrouillage')).not.toBeInTheDocument()
    await expect.element(page.getByRole('radio')).not.toBeInTheDocument()
  })

  test('change its password only with the present one', async () => {
    answerFromNowOn({ 'lock.configure': () => failure({ code: 'lock_password_wrong' }) })
    await showSettings(on)
    await userEvent.fill(field('Mot de passe de verrouillage actuel').first(), 'riviere')
    await userEvent.fill(field('Nouveau mot de passe de verrouillage'), 'autre rivière')
    await userEvent.click(button('Enregistrer'))
    await expect.element(page.getByText(/n’ouvre pas l’application/u)).toBeVisible()
    answerFromNowOn({ 'lock.configure': () => success(on) })
    await userEvent.fill(field('Mot de passe de verrouillage actuel').first(), right)
    await userEvent.click(button('Enregistrer'))
    await expect.element(page.getByText('Le verrouillage est activé.')).toBeVisible()
    expect(callsOf('lock.configure').at(-1)).toMatchObject({ current: right, by: 'own' })
  })

  test('change the time without a password', async () => {
    answerFromNowOn({ 'lock.configure': () => success(on) })
    await showSettings(on)
    await userEvent.selectOptions(field('Verrouiller après'), '30')
    await userEvent.click(button('Enregistrer le délai'))
    await expect.element(page.getByText('Le délai est enregistré.')).toBeVisible()
    expect(callsOf('lock.configure')).toEqual([{ kind: 'idle', idleMinutes: 30 }])
  })

  test('turn it off with the password that opens it', async () => {
    answerFromNowOn({ 'lock.configure': () => success(off) })
    await showSettings(on)
    await userEvent.fill(field('Mot de passe de verrouillage actuel').last(), right)
    await userEvent.click(button('Désactiver le verrouillage'))
    await expect.element(page.getByText('Le verrouillage est désactivé.')).toBeVisible()
    expect(callsOf('lock.configure')).toEqual([{ kind: 'off', current: right }])
    await expect.element(button('Activer le verrouillage')).toBeVisible()
  })

  test('say where it is not possible, and offer nothing', async () => {
    await showSettings({ ...off, available: false })
    await expect.element(page.getByText(/n’est pas possible sur cet ordinateur/u)).toBeVisible()
    await expect.element(button('Activer le verrouillage')).not.toBeInTheDocument()
  })
})
