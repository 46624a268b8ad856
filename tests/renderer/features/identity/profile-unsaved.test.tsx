import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useLocation } from 'wouter'
import { ProfilePage } from '../../../../src/renderer/features/identity/profile/profile-page.tsx'
import { failure } from '../../../../src/shared/contract/result.ts'
import { answerFromNowOn, callsOf, raiseEvent, signedIn } from '../../support/fake-portal.ts'
import { hold, profileOf, scriptProfile } from '../../support/profile.ts'
import { showInShell, visited } from '../../support/stage.tsx'

const startPage = page.getByLabelText(/première page assurance crédit/u)
const currency = page.getByLabelText(/^Devise/u)
const save = page.getByRole('button', { name: 'Sauvegarder' })
const leaving = page.getByRole('alertdialog')
const products = page.getByRole('link', { name: 'Produits' })
const lastName = page.getByLabelText('Nom', { exact: true })

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptProfile()
})

async function change() {
  await showInShell(<ProfilePage />, signedIn, '/profile')
  await userEvent.selectOptions(currency, 'CHF')
  await expect.element(page.getByText('Modifications non enregistrées')).toBeVisible()
}

/** The page goes with the way out, as in the app. */
function WhereOneIs() {
  const [path] = useLocation()
  return path === '/profile' ? <ProfilePage /> : <h1>Elsewhere</h1>
}

describe('leaving with something unsaved', () => {
  test('asks, and may stay', async () => {
    await change()
    await userEvent.click(products)
    await expect.element(leaving).toMatchTextContent(/Devise des montants.*EUR.*→.*CHF/u)
    await userEvent.click(leaving.getByRole('button', { name: 'Rester ici' }))
    await expect.element(leaving).not.toBeInTheDocument()
    await expect.element(currency).toHaveValue('CHF')
    expect(visited).not.toContain('/servnet/policies')
  })

  test('saves first where one wants that', async () => {
    await change()
    await userEvent.click(products)
    await userEvent.click(leaving.getByRole('button', { name: 'Sauvegarder' }))
    await expect.poll(() => visited).toContain('/servnet/policies')
    expect(callsOf('profile.savePreferences')).toHaveLength(1)
  })

  test('does not leave where saving fails', async () => {
    await change()
    answerFromNowOn({ 'profile.savePreferences': () => failure({ code: 'network_offline' }) })
    await userEvent.click(products)
    await userEvent.click(leaving.getByRole('button', { name: 'Sauvegarder' }))
    await expect.element(page.getByRole('alert')).toMatchTextContent(/pas connecté à Internet/u)
    expect(visited).not.toContain('/servnet/policies')
  })

  test('discards, and forgets the draft', async () => {
    await change()
    await userEvent.click(products)
    await userEvent.click(leaving.getByRole('button', { name: 'Ne pas enregistrer' }))
    await expect.poll(() => visited).toContain('/servnet/policies')
    expect(callsOf('profile.savePreferences')).toEqual([])
    await expect
      .poll(() => callsOf('profile.saveDraft').at(-1))
      .toEqual({ draft: { personal: null, preferences: null, email: null } })
  })

  test('discards for good, also where the page goes at once and an address was typed', async () => {
    await showInShell(<WhereOneIs />, signedIn, '/profile')
    await userEvent.selectOptions(currency, 'CHF')
    await expect.poll(() => callsOf('profile.saveDraft').length).toBeGreaterThan(0)
    await userEvent.click(products)
    await userEvent.click(leaving.getByRole('button', { name: 'Ne pas enregistrer' }))
    await expect.element(page.getByText('Elsewhere')).toBeVisible()
    expect(callsOf('profile.saveDraft').at(-1)).toEqual({
      draft: { personal: null, preferences: null, email: null },
    })
  })

  test('signing out asks as well', async () => {
    await change()
    await userEvent.click(page.getByRole('button', { name: 'Déconnexion' }))
    await expect.element(leaving).toBeVisible()
    expect(callsOf('session.signOut')).toEqual([])
  })

  test('going to another section keeps what is typed, and asks nothing', async () => {
    await change()
    await userEvent.click(page.getByRole('link', { name: 'Données personnelles' }))
    await expect.element(lastName).toHaveValue('Lambert')
    await userEvent.click(page.getByRole('link', { name: 'Préférences' }))
    await expect.element(currency).toHaveValue('CHF')
    await expect.element(leaving).not.toBeInTheDocument()
  })

  test('without changes one simply leaves', async () => {
    await showInShell(<ProfilePage />, signedIn, '/profile')
    await expect.element(currency).toHaveValue('EUR')
    await userEvent.click(products)
    await expect.poll(() => visited).toContain('/servnet/policies')
  })
})

test('what was typed and has been saved elsewhere since is forgotten', async () => {
  const liked = {
    defaultSearchCountry: 'BE',
    servnetStartPage: 'home',
    currency: 'EUR',
    alertsByEmail: false,
  }
  const draft = {
    personal: null,
    preferences: { ...liked, currency: 'CHF', version: '"0"', seen: liked },
    email: null,
  }
  hold(profileOf({ preferences: { servnetStartPage: 'home', currency: 'CHF' }, draft }))
  await showInShell(<ProfilePage />, signedIn, '/profile')
  await expect.element(currency).toHaveValue('CHF')
  await expect
    .poll(() => callsOf('profile.saveDraft'))
    .toEqual([{ draft: { personal: null, preferences: null, email: null } }])
})

describe('what was typed and not saved', () => {
  const liked = {
    defaultSearchCountry: 'BE',
    servnetStartPage: 'credit_limit_application',
    currency: 'EUR',
    alertsByEmail: false,
  } as const
  const draft = {
    personal: null,
    preferences: { ...liked, currency: 'CHF', seen: liked, version: '"1"' },
    email: null,
  }

  test('is kept while one types, with what it was typed over', async () => {
    await showInShell(<ProfilePage />, signedIn, '/profile')
    await userEvent.selectOptions(currency, 'CHF')
    await expect.poll(() => callsOf('profile.saveDraft').at(-1)).toEqual({ draft })
  })

  test('is kept as the session ends in the middle of a word', async () => {
    await showInShell(<ProfilePage />, signedIn, '/profile/personal')
    await userEvent.click(lastName)
    await userEvent.keyboard('-Dubois')
    raiseEvent('session.changed', { kind: 'signedOut', username: null, reason: 'session_ended' })
    await expect
      .poll(() => JSON.stringify(callsOf('profile.saveDraft').at(-1)))
      .toMatch(/"lastName":"[^"]*-Dubois/u)
  })

  test('comes back, and can be discarded', async () => {
    hold(profileOf({ draft }))
    await showInShell(<ProfilePage />, signedIn, '/profile')
    await expect.element(page.getByText('Nous avons gardé ce que vous aviez saisi.')).toBeVisible()
    await expect.element(currency).toHaveValue('CHF')
    await userEvent.click(page.getByRole('button', { name: 'Les abandonner' }))
    await expect.element(currency).toHaveValue('EUR')
    await expect
      .poll(() => callsOf('profile.saveDraft').at(-1))
      .toEqual({ draft: { personal: null, preferences: null, email: null } })
  })

  test('comes back on top of what was saved elsewhere meanwhile', async () => {
    hold(profileOf({ draft, preferences: { servnetStartPage: 'buyers' }, version: '"7"' }))
    await showInShell(<ProfilePage />, signedIn, '/profile')
    await expect.element(currency).toHaveValue('CHF')
    await expect.element(startPage).toHaveValue('buyers')
    await userEvent.click(save)
    await expect
      .poll(() => callsOf('profile.savePreferences'))
      .toEqual([{ version: '"7"', changes: { currency: 'CHF' } }])
  })

  test('is said to be at risk where it cannot be kept', async () => {
    answerFromNowOn({ 'profile.saveDraft': () => failure({ code: 'storage_failed' }) })
    await showInShell(<ProfilePage />, signedIn, '/profile')
    await userEvent.selectOptions(currency, 'CHF')
    await expect.element(page.getByText(/ne peut pas être conservée/u)).toBeVisible()
  })
})
