/** The chip in the title area, and the sheet that it opens. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { PortalStatus } from '../../../src/shared/contract/offline/status.ts'
import { failure, success } from '../../../src/shared/contract/result.ts'
import { answerFromNowOn, callsOf, raiseEvent, signedIn } from '../support/fake-portal.ts'
import { holdItems, nowIs, offline, online, waitingItem } from '../support/offline.ts'
import { scriptProfile } from '../support/profile.ts'
import { leave, showInShell, visited } from '../support/stage.tsx'

const chip = page.getByRole('banner').getByRole('button', {
  name: /En ligne|Hors ligne|Synchronisation|en attente|à vérifier/u,
})
const announced = page.getByRole('banner').getByRole('status')
const sheet = page.getByRole('dialog', { name: 'Connexion et envois' })
const inSheet = (name: string | RegExp) => sheet.getByRole('button', { name })

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptProfile()
  holdItems()
})

async function showWith(status: PortalStatus): Promise<void> {
  answerFromNowOn({ 'status.read': () => success(status) })
  await showInShell(<p>Page</p>, signedIn, '/servnet')
}

async function openSheet(status: PortalStatus): Promise<void> {
  await showWith(status)
  await userEvent.click(chip)
  await expect.element(sheet).toBeVisible()
}

const yesterday = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString()
const since = (at: string): PortalStatus => ({
  ...offline,
  connection: { kind: 'offline', since: at, error: 'portal_timeout' },
})

describe('the chip', () => {
  test.each<[string, PortalStatus, RegExp]>([
    ['online', online, /^En ligne$/u],
    ['offline today', offline, /^Hors ligne depuis \d\d:\d\d$/u],
    ['offline yesterday', since(yesterday), /^Hors ligne depuis hier, \d\d:\d\d$/u],
    ['offline for days', since('2026-01-05T08:00:00.000Z'), /^Hors ligne depuis le 5 janv\. 2026/u],
    ['waiting', { ...online, waiting: 2 }, /^2 en attente$/u],
    [
      'waiting offline',
      { ...offline, waiting: 1 },
      /^Hors ligne depuis \d\d:\d\d · 1 en attente$/u,
    ],
    ['in need of the person', { ...online, needsAttention: 1 }, /^1 à vérifier$/u],
  ])('says %s', async (_case, status, words) => {
    await showWith(status)
    await expect.element(chip).toMatchTextContent(words)
  })

  test('says nothing before main knows anything', async () => {
    await showWith({ ...online, connection: { kind: 'unknown' } })
    await expect.element(page.getByRole('link', { name: 'Atradius' })).toBeVisible()
    await expect.element(chip).not.toBeInTheDocument()
  })

  test('follows what main says, and tells a screen reader of changes alone', async () => {
    await showWith(online)
    await expect.element(chip).toMatchTextContent(/^En ligne$/u)
    await expect.element(announced).toMatchTextContent(/^$/u)
    nowIs(offline)
    await expect.element(chip).toMatchTextContent(/^Hors ligne/u)
    await expect.element(announced).toMatchTextContent(/^Hors ligne/u)
    nowIs({ ...online, syncing: true })
    await expect.element(chip).toMatchTextContent(/^Synchronisation$/u)
    await expect.element(announced).not.toMatchTextContent(/Synchronisation/u)
    nowIs(online)
    await expect.element(announced).toMatchTextContent(/^En ligne$/u)
  })

  test('is not red, whatever it says', async () => {
    await showWith({ ...offline, needsAttention: 1 })
    await expect.element(chip).toBeVisible()
    const red = getComputedStyle(document.documentElement).getPropertyValue('--accent')
    const probe = document.createElement('i')
    probe.style.color = red
    document.body.append(probe)
    for (const element of [chip.element(), ...chip.element().querySelectorAll('*')]) {
      expect(getComputedStyle(element).color).not.toBe(getComputedStyle(probe).color)
    }
  })

  test('forgets it all once nobody is shown anything, and reads it anew for the next one', async () => {
    await showWith({ ...online, waiting: 2 })
    await expect.element(chip).toMatchTextContent(/^2 en attente$/u)
    leave()
    await showWith(online)
    await expect.element(chip).toMatchTextContent(/^En ligne$/u)
  })
})

describe('the sheet', () => {
  test('says why, how old what is kept is, and that one can go on', async () => {
    await openSheet(offline)
    await expect.element(sheet).toMatchTextContent(/n’est pas connecté à Internet/u)
    await expect.element(sheet).toMatchTextContent(/Données du 23 nov\. 2026/u)
    await expect.element(sheet).toMatchTextContent(/Vous pouvez continuer/u)
    await expect.element(sheet).toMatchTextContent(/Rien n’attend/u)
  })

  test('tries again, and says what came of it', async () => {
    await openSheet(offline)
    answerFromNowOn({ 'status.check': () => success(offline) })
    await userEvent.click(inSheet('Réessayer'))
    await expect.element(sheet).toMatchTextContent(/ne répond toujours pas/u)
    answerFromNowOn({ 'status.check': () => success(online) })
    await userEvent.click(inSheet('Réessayer'))
    await expect.element(sheet).toMatchTextContent(/Le service répond\./u)
    await expect.element(inSheet('Actualiser')).not.toHaveAttribute('aria-busy')
  })

  test('gives the focus back to where it was', async () => {
    await openSheet(online)
    await userEvent.keyboard('{Escape}')
    await expect.element(sheet).not.toBeInTheDocument()
    await expect.element(chip).toHaveFocus()
  })

  test('lists what waits: its kind, what it is about, how it is doing and why', async () => {
    holdItems(
      waitingItem(),
      waitingItem({
        id: 'o2',
        edit: { kind: 'alertHandled', id: '9', handled: true },
        subject: 'Glaces du Condroz SA',
        state: 'sending',
      }),
      waitingItem({
        id: 'o3',
        edit: { kind: 'personal', version: '"1"', base: {}, changes: { firstName: 'Anne' } },
        state: 'refused',
        error: { code: 'forbidden' },
      }),
    )
    await openSheet({ ...online, waiting: 2, needsAttention: 1 })
    const rows = sheet.getByRole('listitem')
    await expect.element(rows.nth(0)).toMatchTextContent(/Préférences.*USD.*En attente, depuis/u)
    await expect
      .element(rows.nth(1))
      .toMatchTextContent(/Alerte marquée comme traitée.*Glaces du Condroz SA.*Envoi en cours/u)
    await expect.element(rows.nth(2)).toMatchTextContent(/Nom et langue.*Prénom : Anne.*Refusé/u)
    await expect.element(rows.nth(2)).toMatchTextContent(/Modifiez ou abandonnez/u)
  })

  test('sends what waits, and says where that did not work', async () => {
    holdItems(waitingItem())
    answerFromNowOn({ 'outbox.sendNow': () => success({ items: [waitingItem()] }) })
    await openSheet({ ...online, waiting: 1 })
    await userEvent.click(inSheet('Envoyer maintenant'))
    await expect.element(sheet).toMatchTextContent(/Tout n’a pas pu être envoyé/u)
    answerFromNowOn({ 'outbox.sendNow': () => success({ items: [] }) })
    await userEvent.click(inSheet('Envoyer maintenant'))
    await expect.element(sheet).toMatchTextContent(/Rien n’attend/u)
  })

  test('asks once before what was typed is given up, and not for a mark', async () => {
    holdItems(waitingItem(), waitingItem({ id: 'o2', edit: { kind: 'messageRead', id: 'm1' } }))
    answerFromNowOn({
      'outbox.discard': ({ id }) =>
        success({ items: [waitingItem()].filter((item) => item.id !== id) }),
    })
    await openSheet({ ...online, waiting: 2 })
    await userEvent.click(inSheet(/^Abandonner : Message/u))
    await expect.poll(() => callsOf('outbox.discard')).toEqual([{ id: 'o2' }])
    await userEvent.click(inSheet(/^Abandonner : Préférences/u))
    const question = page.getByRole('alertdialog')
    await expect.element(question).toMatchTextContent(/USD/u)
    await expect.element(question.getByRole('button', { name: 'La garder' })).toHaveFocus()
    await userEvent.click(question.getByRole('button', { name: 'Abandonner' }))
    await expect.poll(() => callsOf('outbox.discard')).toHaveLength(2)
    await expect.element(sheet).toMatchTextContent(/Rien n’attend/u)
  })

  test('lets one choose where both sides changed a field', async () => {
    holdItems(waitingItem({ state: 'conflict', theirs: { currency: 'GBP' } }))
    answerFromNowOn({ 'outbox.resolve': () => success({ items: [] }) })
    await openSheet({ ...online, needsAttention: 1 })
    await userEvent.click(inSheet(/^Choisir/u))
    const dialog = page.getByRole('dialog', { name: 'Modifié ailleurs entre-temps' })
    await expect.element(dialog).toMatchTextContent(/USD.*GBP/u)
    await userEvent.click(dialog.getByRole('radio', { name: /GBP/u }))
    await userEvent.click(dialog.getByRole('button', { name: 'Enregistrer ce choix' }))
    await expect.poll(() => callsOf('outbox.resolve')).toEqual([{ id: 'o1', theirs: ['currency'] }])
    await expect.element(sheet).toMatchTextContent(/Rien n’attend/u)
  })

  test('leads to where an edit was made, and goes', async () => {
    holdItems(waitingItem())
    await openSheet({ ...online, waiting: 1 })
    await userEvent.click(sheet.getByRole('link', { name: /^Modifier/u }))
    await expect.poll(() => visited.at(-1)).toBe('/profile')
    await expect.element(sheet).not.toBeInTheDocument()
  })

  test('saves what waits as a file, or says why not', async () => {
    holdItems(waitingItem())
    answerFromNowOn({ 'outbox.export': () => failure({ code: 'disk_full' }) })
    await openSheet({ ...online, waiting: 1 })
    await userEvent.click(inSheet('Enregistrer dans un fichier'))
    await expect.element(sheet.getByRole('alert')).toBeVisible()
    answerFromNowOn({
      'outbox.export': () => success({ kind: 'saved', fileName: 'envois.json' }),
    })
    await userEvent.click(inSheet('Enregistrer dans un fichier'))
    await expect.element(sheet).toMatchTextContent(/Enregistré sous envois\.json/u)
  })

  test('follows the outbox while it is open', async () => {
    holdItems(waitingItem())
    await openSheet({ ...online, waiting: 1 })
    await expect.element(sheet.getByRole('listitem')).toBeVisible()
    raiseEvent('outbox.changed', { items: [] })
    await expect.element(sheet).toMatchTextContent(/Rien n’attend/u)
  })
})
