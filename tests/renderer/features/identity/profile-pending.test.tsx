/** What was saved without the portal: kept here, shown as such, and decided on where it has to be. */
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ProfilePage } from '../../../../src/renderer/features/identity/profile/profile-page.tsx'
import { success } from '../../../../src/shared/contract/result.ts'
import { answerFromNowOn, callsOf, raiseEvent, signedIn } from '../../support/fake-portal.ts'
import { holdItems, offline, waitingItem } from '../../support/offline.ts'
import { hold, preferences, profileOf, scriptProfile } from '../../support/profile.ts'
import { show, showInShell } from '../../support/stage.tsx'

const currency = page.getByLabelText(/^Devise/u)
const save = page.getByRole('button', { name: 'Sauvegarder' })
const kept = page.getByText(/Gardé sur cet ordinateur/u)

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptProfile()
  holdItems()
  answerFromNowOn({
    'status.read': () => success(offline),
    'profile.savePreferences': ({ changes }) => {
      const current = Object.assign({}, preferences, changes)
      hold(profileOf({ preferences: current }))
      holdItems(waitingItem())
      raiseEvent('outbox.changed', { items: [waitingItem()] })
      return success({ kind: 'pending', current, version: '"1"' })
    },
  })
})

test('an edit that waits is said to be kept, and the form has nothing unsaved', async () => {
  await showInShell(<ProfilePage />, signedIn, '/profile')
  await userEvent.selectOptions(currency, 'USD')
  await userEvent.click(save)
  await expect.element(kept).toBeVisible()
  await expect.element(currency).toHaveValue('USD')
  await expect.element(page.getByText('Modifications non enregistrées')).not.toBeInTheDocument()
  await userEvent.click(page.getByRole('navigation').getByRole('link', { name: 'Produits' }))
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument()
})

test('it leads to all that waits', async () => {
  await showInShell(<ProfilePage />, signedIn, '/profile')
  await userEvent.selectOptions(currency, 'USD')
  await userEvent.click(save)
  await userEvent.click(page.getByRole('button', { name: 'Voir ce qui attend' }))
  await expect
    .element(page.getByRole('dialog', { name: 'Connexion et envois' }))
    .toMatchTextContent(/USD/u)
})

test('it is no longer said once it was sent', async () => {
  await show(<ProfilePage />, signedIn, '/profile')
  await userEvent.selectOptions(currency, 'USD')
  await userEvent.click(save)
  await expect.element(kept).toBeVisible()
  raiseEvent('outbox.changed', { items: [] })
  await expect.element(kept).not.toBeInTheDocument()
})

test('one that is given up goes from the form, too', async () => {
  await show(<ProfilePage />, signedIn, '/profile')
  await userEvent.selectOptions(currency, 'USD')
  await userEvent.click(save)
  await expect.element(kept).toBeVisible()
  hold(profileOf({}))
  raiseEvent('outbox.changed', { items: [] })
  raiseEvent('resource.changed', { resources: ['preferences'] })
  await expect.element(currency).toHaveValue('EUR')
})

test('where both sides changed a field, one chooses on the page itself', async () => {
  holdItems(waitingItem({ state: 'conflict', theirs: { currency: 'GBP' } }))
  answerFromNowOn({ 'outbox.resolve': () => success({ items: [] }) })
  await show(<ProfilePage />, signedIn, '/profile')
  await userEvent.click(page.getByRole('button', { name: 'Choisir' }))
  const dialog = page.getByRole('dialog', { name: 'Modifié ailleurs entre-temps' })
  await userEvent.click(dialog.getByRole('radio', { name: /USD/u }))
  await userEvent.click(dialog.getByRole('button', { name: 'Enregistrer ce choix' }))
  await expect.poll(() => callsOf('outbox.resolve')).toEqual([{ id: 'o1', theirs: [] }])
})

test('what was refused says why, and comes back into the form', async () => {
  holdItems(waitingItem({ state: 'refused', error: { code: 'forbidden' } }))
  answerFromNowOn({ 'outbox.discard': () => success({ items: [] }) })
  await show(<ProfilePage />, signedIn, '/profile')
  await expect.element(page.getByText(/ont été refusées/u)).toBeVisible()
  await expect.element(currency).toHaveValue('EUR')
  await userEvent.click(page.getByRole('button', { name: 'Modifier' }))
  await expect.element(currency).toHaveValue('USD')
  await expect.element(page.getByText('Modifications non enregistrées')).toBeVisible()
  await expect.poll(() => callsOf('outbox.discard')).toEqual([{ id: 'o1' }])
})
