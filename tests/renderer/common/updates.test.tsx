/** Updates as a person meets them: what is said, and the one thing that can be done. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { UpdatesState } from '../../../src/shared/contract/app/updates.ts'
import { failure, success } from '../../../src/shared/contract/result.ts'
import { UpdatesSection } from '../../../src/renderer/common/updates/updates-section.tsx'
import {
  answerFromNowOn,
  callsOf,
  raiseEvent,
  scriptPortal,
  signedIn,
} from '../support/fake-portal.ts'
import { show } from '../support/stage.tsx'

const section = page.getByRole('region', { name: 'Mises à jour' })
const button = (name: string) => section.getByRole('button', { name })
const release = { version: '0.2.0', notes: ['Une boîte d’envoi', 'Un verrou'] }

beforeEach(() => page.viewport(800, 900))

async function showState(state: UpdatesState, quiet = false): Promise<void> {
  scriptPortal({ 'updates.read': () => success(state) })
  await show(
    <>
      <label>
        Prénom <input name="name" />
      </label>
      <UpdatesSection heading="h2" quiet={quiet} />
    </>,
    signedIn,
  )
}

describe('what is said', () => {
  test.each<[UpdatesState, RegExp]>([
    [{ kind: 'off', why: 'policy' }, /désactivées par votre service informatique/u],
    [{ kind: 'off', why: 'noFeed' }, /ne cherche pas de mises à jour/u],
    [{ kind: 'off', why: 'development' }, /version de développement/u],
    [{ kind: 'off', why: 'unverifiable' }, /ne peut pas vérifier/u],
    [{ kind: 'managed' }, /Votre administrateur met cette application à jour/u],
    [{ kind: 'upToDate', checkedAt: null }, /cherche d’elle-même/u],
    [{ kind: 'upToDate', checkedAt: '2026-01-05T08:00:00.000Z' }, /à jour\..*5 janv\. 2026/u],
    [{ kind: 'checking' }, /Recherche d’une nouvelle version/u],
    [{ kind: 'available', ...release }, /0\.2\.0 est disponible/u],
    [{ kind: 'downloading', ...release, percent: 41 }, /Téléchargement de la version 0\.2\.0/u],
    [{ kind: 'ready', ...release }, /0\.2\.0 est prête.*quand vous quitterez/u],
    [{ kind: 'installing', version: '0.2.0' }, /s’ouvrira dans la version 0\.2\.0/u],
    [
      {
        kind: 'failed',
        error: { code: 'update_feed_refused' },
        version: null,
        retry: 'check',
      },
      /n’a pas été acceptée.*prévenez votre service informatique/u,
    ],
  ])('of %j', async (state, words) => {
    await showState(state)
    await expect.element(section).toMatchTextContent(words)
  })

  test.each<UpdatesState>([
    { kind: 'off', why: 'policy' },
    { kind: 'managed' },
    { kind: 'upToDate', checkedAt: null },
    { kind: 'checking' },
  ])('is nothing in the sheet of the status for %j', async (state) => {
    await showState(state, true)
    await expect.poll(() => callsOf('updates.read')).toHaveLength(1)
    await expect.element(section).not.toBeInTheDocument()
  })

  test('follows what main says, progress included', async () => {
    await showState({ kind: 'checking' })
    await expect.element(section).toBeVisible()
    raiseEvent('updates.changed', { kind: 'downloading', ...release, percent: 12 })
    await expect.element(section.getByRole('progressbar')).toHaveAttribute('value', '12')
    await section.getByText('Nouveautés').click()
    await expect.element(section.getByText('Un verrou')).toBeVisible()
    raiseEvent('updates.changed', { kind: 'ready', ...release })
    await expect.element(section.getByRole('status')).toMatchTextContent(/est prête/u)
  })
})

describe('what can be done', () => {
  test('is looking now', async () => {
    await showState({ kind: 'upToDate', checkedAt: null })
    answerFromNowOn({ 'updates.check': () => success({ kind: 'available', ...release }) })
    await userEvent.click(button('Rechercher maintenant'))
    await expect.element(button('Télécharger')).toBeVisible()
  })

  test('is trying again what failed', async () => {
    await showState({
      kind: 'failed',
      error: { code: 'update_interrupted' },
      version: '0.2.0',
      retry: 'download',
    })
    answerFromNowOn({
      'updates.download': () => success({ kind: 'downloading', ...release, percent: 0 }),
    })
    await userEvent.click(button('Réessayer'))
    await expect.element(section.getByRole('progressbar')).toBeVisible()
  })

  test('is restarting, unless main has a reason to wait', async () => {
    await showState({ kind: 'ready', ...release })
    answerFromNowOn({ 'updates.install': () => failure({ code: 'update_edits_sending' }) })
    await userEvent.click(button('Redémarrer maintenant'))
    await expect
      .element(section.getByRole('alert'))
      .toMatchTextContent(/en cours d’envoi.*Attendez quelques secondes/u)
    expect(callsOf('updates.install')).toEqual([{ unsaved: false }])
  })

  test('is told with it that something is typed and not sent', async () => {
    await showState({ kind: 'ready', ...release })
    answerFromNowOn({ 'updates.install': () => failure({ code: 'update_typed_unsaved' }) })
    await userEvent.fill(page.getByLabelText('Prénom'), 'Marie')
    await userEvent.click(button('Redémarrer maintenant'))
    await expect.element(section.getByRole('alert')).toMatchTextContent(/pas encore enregistrées/u)
    await userEvent.clear(page.getByLabelText('Prénom'))
    await userEvent.click(button('Redémarrer maintenant'))
    await expect
      .poll(() => callsOf('updates.install'))
      .toEqual([{ unsaved: true }, { unsaved: false }])
  })
})
