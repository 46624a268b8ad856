import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ProfilePage } from '../../../../src/renderer/features/identity/profile/profile-page.tsx'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import { answerFromNowOn, callsOf, signedIn } from '../../support/fake-portal.ts'
import { online } from '../../support/offline.ts'
import { hold, preferences, profileOf, scriptProfile } from '../../support/profile.ts'
import { show } from '../../support/stage.tsx'

const country = page.getByRole('combobox', { name: /Pays par défaut/u })
const startPage = page.getByLabelText(/première page assurance crédit/u)
const currency = page.getByLabelText(/^Devise/u)
const save = page.getByRole('button', { name: 'Sauvegarder' })
const saved = page.getByText('Vos modifications sont enregistrées.')
const conflict = page.getByRole('dialog', { name: 'Modifié ailleurs entre-temps' })
const lastName = page.getByLabelText('Nom', { exact: true })

/** Someone else has saved in between: refuses the first version, takes the second. */
function savedElsewhere(changes: Partial<typeof preferences>) {
  const theirs = { ...preferences, ...changes }
  answerFromNowOn({
    'profile.savePreferences': ({ version, changes: mine }) => {
      if (version === '"1"') return success({ kind: 'conflict', current: theirs, version: '"2"' })
      const current = Object.assign({}, theirs, mine)
      hold(profileOf({ preferences: current, version: '"3"' }))
      return success({ kind: 'saved', current, version: '"3"' })
    },
  })
}

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptProfile()
})

describe('saving', () => {
  test('sends only what changed, on the version that was seen', async () => {
    await show(<ProfilePage />, signedIn, '/profile')
    await userEvent.fill(country, 'alle')
    await userEvent.click(page.getByRole('option', { name: 'Allemagne' }))
    await userEvent.click(save)
    await expect.element(saved).toBeVisible()
    expect(callsOf('profile.savePreferences')).toEqual([
      { version: '"1"', changes: { defaultSearchCountry: 'DE' } },
    ])
  })

  test('goes on from the version that the last save gave', async () => {
    await show(<ProfilePage />, signedIn, '/profile')
    await userEvent.selectOptions(currency, 'CHF')
    await userEvent.click(save)
    await expect.element(saved).toBeVisible()
    await userEvent.selectOptions(startPage, 'buyers')
    await userEvent.click(save)
    await expect
      .poll(() => callsOf('profile.savePreferences').at(-1))
      .toEqual({ version: '"2"', changes: { servnetStartPage: 'buyers' } })
  })

  test('a country is found by what else it is called, the best first', async () => {
    await show(<ProfilePage />, signedIn, '/profile')
    await userEvent.fill(country, 'uk')
    await expect.element(page.getByRole('option').first()).toHaveTextContent('Royaume-Uni')
    await expect.element(page.getByRole('option').nth(1)).toHaveTextContent('Ukraine')
    await userEvent.keyboard('{Enter}')
    await expect.element(country).toHaveValue('Royaume-Uni')
    // What is chosen is no search: all are there to choose from.
    await userEvent.keyboard('{ArrowDown}')
    await expect.element(page.getByRole('option', { name: 'Belgique' })).toBeVisible()
  })

  test('everywhere is a choice like any country', async () => {
    await show(<ProfilePage />, signedIn, '/profile')
    await userEvent.fill(country, 'tous')
    await userEvent.keyboard('{Enter}')
    await userEvent.click(save)
    await expect.element(saved).toBeVisible()
    expect(callsOf('profile.savePreferences')).toEqual([
      { version: '"1"', changes: { defaultSearchCountry: null } },
    ])
  })

  test('without a network says so, and keeps what was typed', async () => {
    answerFromNowOn({ 'profile.savePreferences': () => failure({ code: 'network_offline' }) })
    await show(<ProfilePage />, signedIn, '/profile')
    await userEvent.selectOptions(currency, 'CHF')
    await userEvent.click(save)
    await expect.element(page.getByRole('alert')).toMatchTextContent(/pas connecté à Internet/u)
    await expect.element(currency).toHaveValue('CHF')
  })

  test('a missing name is said, and nothing is sent', async () => {
    await show(<ProfilePage />, signedIn, '/profile/personal')
    await userEvent.fill(lastName, ' ')
    await userEvent.click(save)
    await expect.element(page.getByRole('alert')).toMatchTextContent(/Nom\s: Ce champ doit/u)
    expect(callsOf('profile.savePersonal')).toEqual([])
  })

  test('the language that was saved is spoken from then on', async () => {
    await show(<ProfilePage />, signedIn, '/profile/personal')
    await userEvent.selectOptions(page.getByLabelText('Langue favorite'), 'de')
    await userEvent.click(save)
    await expect
      .element(page.getByRole('heading', { name: 'Ihre persönlichen Daten aktualisieren' }))
      .toBeVisible()
  })
})

test('changes can be undone, the country among them', async () => {
  await show(<ProfilePage />, signedIn, '/profile')
  await userEvent.fill(country, 'alle')
  await userEvent.keyboard('{Enter}')
  await expect.element(country).toHaveValue('Allemagne')
  await userEvent.click(page.getByRole('button', { name: 'Annuler les modifications' }))
  await expect.element(country).toHaveValue('Belgique')
})

describe('saved elsewhere in between', () => {
  test('what does not conflict is saved beside it, without a word', async () => {
    savedElsewhere({ currency: 'USD' })
    await show(<ProfilePage />, signedIn, '/profile')
    await userEvent.selectOptions(startPage, 'buyers')
    await userEvent.click(save)
    await expect.element(saved).toBeVisible()
    await expect.element(currency).toHaveValue('USD')
    await expect.element(startPage).toHaveValue('buyers')
    expect(callsOf('profile.savePreferences').at(-1)).toEqual({
      version: '"2"',
      changes: { servnetStartPage: 'buyers' },
    })
  })

  test('what conflicts is chosen field by field, in words', async () => {
    savedElsewhere({ currency: 'USD', defaultSearchCountry: 'NL', servnetStartPage: 'home' })
    await show(<ProfilePage />, signedIn, '/profile')
    await userEvent.fill(country, 'alle')
    await userEvent.keyboard('{Enter}')
    await userEvent.selectOptions(currency, 'CHF')
    await userEvent.click(save)
    await expect.element(conflict).toBeVisible()
    await expect.poll(() => conflict.getByRole('radio').elements()).toHaveLength(4)
    await userEvent.click(conflict.getByRole('button', { name: 'Enregistrer ce choix' }))
    await expect.element(conflict).toMatchTextContent(/Choisissez l’une des deux valeurs/u)
    await userEvent.click(conflict.getByRole('radio', { name: /Pays-Bas/u }))
    await userEvent.click(conflict.getByRole('radio', { name: /franc suisse/u }))
    await userEvent.click(conflict.getByRole('button', { name: 'Enregistrer ce choix' }))
    await expect.element(saved).toBeVisible()
    expect(callsOf('profile.savePreferences').at(-1)).toEqual({
      version: '"2"',
      changes: { currency: 'CHF' },
    })
    await expect.element(country).toHaveValue('Pays-Bas')
    await expect.element(startPage).toHaveValue('home')
  })

  test('one may go back to the form, as it was typed', async () => {
    savedElsewhere({ currency: 'USD' })
    await show(<ProfilePage />, signedIn, '/profile')
    await userEvent.selectOptions(currency, 'CHF')
    await userEvent.click(save)
    await userEvent.click(conflict.getByRole('button', { name: 'Revenir à la saisie' }))
    await expect.element(conflict).not.toBeInTheDocument()
    await expect.element(currency).toHaveValue('CHF')
  })
})

test('kept data says its date', async () => {
  hold(profileOf({ stale: true }))
  await show(<ProfilePage />, signedIn, '/profile')
  await expect.element(page.getByText(/Données du 23 nov\. 2026/u)).toBeVisible()
  hold(profileOf({}))
  answerFromNowOn({ 'status.check': () => success(online) })
  await userEvent.click(page.getByRole('button', { name: 'Actualiser' }))
  await expect.element(page.getByText(/Données du/u)).not.toBeInTheDocument()
})
