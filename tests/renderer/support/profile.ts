/** Marie Lambert's profile, as main would give it. */
import { page } from 'vitest/browser'
import type { PendingEmailView } from '../../../src/shared/contract/identity/profile-view.ts'
import { success } from '../../../src/shared/contract/result.ts'
import type { RouteOutput } from '../../../src/shared/contract/routes.ts'
import type { Me } from '../../../src/shared/contract/identity/me.ts'
import type { Preferences } from '../../../src/shared/contract/identity/preferences.ts'
import { answerFromNowOn, scriptPortal } from './fake-portal.ts'

export const me: Me = {
  username: 'marie.lambert',
  email: 'marie@dedert.example',
  emailConfirmed: true,
  pendingEmail: null,
  firstName: 'Marie',
  lastName: 'Lambert',
  language: 'fr',
  alertsByEmail: false,
  services: ['servnet', 'insights'],
  passwordExpiresAt: '2027-03-12T10:00:00.000Z',
  rehearsalDueAt: '2027-01-12T10:00:00.000Z',
  enrolledAt: '2026-05-12T10:00:00.000Z',
}

/** An address that waits for its code. */
export const waitingEmail: PendingEmailView = {
  id: 'e1',
  email: 'new@dedert.example',
  delivery: 'sent',
  codeAgainIn: 0,
  codeExpiresIn: 80_000,
  attemptsLeft: 4,
  expiresIn: 80_000,
}

export const emailFields = {
  email: page.getByLabelText('Nouvelle adresse e-\u2060mail', { exact: true }),
  emailAgain: page.getByLabelText('Retapez la nouvelle adresse e-\u2060mail', { exact: true }),
  code: page.getByLabelText('Code reçu par e-\u2060mail', { exact: true }),
}

export const preferences: Preferences = {
  defaultSearchCountry: 'BE',
  servnetStartPage: 'credit_limit_application',
  currency: 'EUR',
  language: 'fr',
  alertsByEmail: false,
}

type Profile = RouteOutput<'profile.read'>

/** The profile in version `"1"`, with what a test changes about it. */
export function profileOf(changes: {
  readonly me?: Partial<Me>
  readonly preferences?: Partial<Preferences>
  readonly draft?: Profile['draft']
  readonly stale?: boolean
  readonly version?: string
}): Profile {
  const version = changes.version ?? '"1"'
  return {
    me: { current: { ...me, ...changes.me }, version },
    preferences: { current: { ...preferences, ...changes.preferences }, version },
    draft: changes.draft ?? null,
    freshness: {
      fetchedAt: '2026-11-23T09:00:00.000Z',
      stale: changes.stale ?? false,
      refreshing: false,
    },
  }
}

/** What the portal holds from now on. */
export function hold(profile: Profile): void {
  answerFromNowOn({ 'profile.read': () => success(profile) })
}

/** A portal that keeps what is saved, as one's only device would find it. */
export function scriptProfile(): void {
  scriptPortal({
    'profile.saveDraft': () => success({}),
    'profile.savePreferences': ({ changes }) => {
      const current = Object.assign({}, preferences, changes)
      hold(profileOf({ preferences: current, version: '"2"' }))
      return success({ kind: 'saved', current, version: '"2"' })
    },
    'profile.savePersonal': ({ changes }) => {
      const current = Object.assign({}, me, changes)
      hold(profileOf({ me: current, version: '"2"' }))
      return success({ kind: 'saved', current, version: '"2"' })
    },
    'app.setLanguage': () => success({}),
  })
  hold(profileOf({}))
}
