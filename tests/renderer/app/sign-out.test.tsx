/** Signing out while edits wait: nothing is lost unasked. */
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { SignOutQuestion } from '../../../src/renderer/app/other-pages.tsx'
import { failure, success } from '../../../src/shared/contract/result.ts'
import { answerFromNowOn, callsOf, signedIn } from '../support/fake-portal.ts'
import { holdItems, online, waitingItem } from '../support/offline.ts'
import { scriptProfile } from '../support/profile.ts'
import { showInShell } from '../support/stage.tsx'

const question = page.getByRole('alertdialog', {
  name: '2 modifications ne sont pas encore envoyées',
})
const button = (name: string) => question.getByRole('button', { name })
const signedOutView = { kind: 'signedOut', username: null, reason: 'signed_out' } as const

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptProfile()
  holdItems(waitingItem(), waitingItem({ id: 'o2' }))
  answerFromNowOn({
    'status.read': () => success({ ...online, waiting: 2 }),
    'session.signOut': ({ discardEdits }) =>
      discardEdits === true
        ? success(signedOutView)
        : failure({ code: 'edits_waiting', params: { count: 2 } }),
  })
  await showInShell(
    <>
      <p>Page</p>
      <SignOutQuestion />
    </>,
    signedIn,
    '/servnet',
  )
  await userEvent.click(page.getByRole('navigation').getByRole('button', { name: 'Déconnexion' }))
})

test('asks, beginning at what changes nothing', async () => {
  await expect.element(question).toBeVisible()
  await expect.element(button('Rester connecté')).toHaveFocus()
  await userEvent.click(button('Rester connecté'))
  await expect.element(question).not.toBeInTheDocument()
  expect(callsOf('session.signOut')).toEqual([{ discardEdits: false }])
})

test('signs out and loses them where that is wanted', async () => {
  await userEvent.click(button('Se déconnecter et perdre les 2'))
  await expect.poll(() => callsOf('session.signOut').at(-1)).toEqual({ discardEdits: true })
  await expect.element(question).not.toBeInTheDocument()
})

test('sends them first, and signs out once all are there', async () => {
  answerFromNowOn({ 'outbox.sendNow': () => success({ items: [waitingItem()] }) })
  await userEvent.click(button('Envoyer maintenant'))
  await expect.element(question).toMatchTextContent(/L’envoi n’a pas abouti/u)
  expect(callsOf('session.signOut')).toHaveLength(1)
  answerFromNowOn({
    'outbox.sendNow': () => success({ items: [] }),
    'session.signOut': () => success(signedOutView),
  })
  await userEvent.click(button('Envoyer maintenant'))
  await expect
    .poll(() => callsOf('session.signOut'))
    .toEqual([{ discardEdits: false }, { discardEdits: false }])
  await expect.element(question).not.toBeInTheDocument()
})

test('saves them as a file, and stays', async () => {
  answerFromNowOn({
    'outbox.export': () => success({ kind: 'saved', fileName: 'envois.json' }),
  })
  await userEvent.click(button('Enregistrer dans un fichier'))
  await expect.element(question).toMatchTextContent(/Enregistré sous envois\.json/u)
})
