/** The palette by keyboard alone: what it finds, in which words, and where each of it leads. */
import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { PaletteFound, PaletteItem } from '../../../../src/shared/contract/palette/routes.ts'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import type { AppState } from '../../../../src/shared/contract/routes.ts'
import type { ServiceId } from '../../../../src/shared/services.ts'
import { follow } from '../../../../src/renderer/app/menu-commands.ts'
import { answerFromNowOn, callsOf, holdAnswers, signedIn } from '../../support/fake-portal.ts'
import { quietHome } from '../../support/home.ts'
import { offline } from '../../support/offline.ts'
import { scriptProfile } from '../../support/profile.ts'
import { showInShell, visited } from '../../support/stage.tsx'

function granted(...services: ServiceId[]): AppState {
  if (signedIn.session.kind !== 'ready') throw new Error('She is signed in')
  return {
    ...signedIn,
    session: { ...signedIn.session, user: { ...signedIn.session.user, services } },
  }
}

const buyer = (id: string, name: string): PaletteItem => ({
  kind: 'buyer',
  id,
  name,
  country: 'BE',
  town: 'Namur',
  registrationNumber: null,
})

const buyers = (items: readonly PaletteItem[], total = items.length): PaletteFound => ({
  kind: 'buyer',
  items: [...items],
  total,
  isWhole: true,
})

const input = page.getByRole('combobox', { name: 'Rechercher ou aller à' })
const option = (name: string | RegExp) => page.getByRole('option', { name })
const stated = page.getByRole('dialog').getByRole('status').first()
const highlighted = () => document.querySelector('[role=option][data-highlighted]')?.textContent

/** As by Ctrl K: the menu's command, which the first screen has no code for. */
const press = () => follow({ kind: 'palette' }, { showAbout: () => undefined })

async function open(state = granted('servnet', 'insights'), path = '/servnet') {
  await showInShell(<button type="button">Page</button>, state, path)
  await userEvent.click(page.getByRole('button', { name: 'Page' }))
  press()
  await expect.element(input).toHaveFocus()
}

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptProfile()
  answerFromNowOn({
    'servnet.home': () => success(quietHome),
    'palette.recent': () => success({ choices: [] }),
    'palette.noteChoice': () => success({}),
    'palette.find': () => success({ found: [buyers([])] }),
    'app.setLanguage': () => success({}),
  })
})

describe('opening', () => {
  test('by its key or its field, and Escape gives the focus back', async () => {
    await open()
    await userEvent.keyboard('{Escape}')
    await expect.element(input).not.toBeInTheDocument()
    await expect.element(page.getByRole('button', { name: 'Page' })).toHaveFocus()
    await userEvent.click(page.getByRole('button', { name: 'Rechercher' }))
    await expect.element(input).toHaveFocus()
    press()
    await expect.element(input).not.toBeInTheDocument()
  })

  test('shows what was chosen lately before anything is typed', async () => {
    answerFromNowOn({
      'palette.recent': () =>
        success({
          choices: [
            buyer('b1', 'Ørsted'),
            { kind: 'entry', id: 'alerts' },
            // Of another version.
            { kind: 'entry', id: 'unheard' },
          ],
        }),
    })
    await open()
    const recent = page.getByRole('group', { name: 'Récents' })
    await expect.element(recent).toBeVisible()
    expect(recent.getByRole('option').elements()).toHaveLength(2)
    expect(page.getByRole('option').elements()).toHaveLength(8)
    expect(page.getByRole('option', { name: 'Alertes' }).elements()).toHaveLength(1)
    await expect.poll(highlighted).toContain('Ørsted')
  })
})

test('in a client’s view nothing of another is shown that was chosen lately', async () => {
  answerFromNowOn({
    'palette.recent': () =>
      success({ choices: [buyer('b1', 'Ørsted'), { kind: 'entry', id: 'alerts' }] }),
  })
  await open(granted('servnet', 'insights', 'partners'), '/servnet/limits?client=novo')
  const recent = page.getByRole('group', { name: 'Récents' })
  await expect.element(recent.getByRole('option', { name: 'Alertes' })).toBeVisible()
  expect(recent.getByRole('option').elements()).toHaveLength(1)
})

describe('what is typed', () => {
  test.each([
    ['deconnexion', 'Déconnexion'],
    ['Sign out', 'Déconnexion'],
    ['afmelden', 'Déconnexion'],
    ['Kreditlimits', 'Limites de crédit'],
    ['facturacion', 'Déclarer le chiffre d’affaires'],
    ['neder', 'Langue : Nederlands'],
    ['deutsch', 'Langue : Deutsch'],
    ['seguridad', 'Sécurité'],
  ])('finds %s in the words of all six languages', async (typed, label) => {
    await open()
    await userEvent.fill(input, typed)
    await expect.element(option(label)).toBeVisible()
    await expect.poll(highlighted).toContain(label)
  })

  test('leads to a buyer, and notes that it was chosen', async () => {
    answerFromNowOn({
      'palette.find': ({ q }) =>
        success({ found: [buyers(q === 'ors' ? [buyer('b/1', 'Ørsted A/S')] : [])] }),
    })
    await open()
    await userEvent.keyboard('ors')
    await expect.element(option(/Ørsted A\/S.*Namur · Belgique/u)).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => visited.at(-1)).toBe('/insights/buyers/b%2F1')
    expect(callsOf('palette.noteChoice')).toEqual([{ choice: { kind: 'buyer', id: 'b/1' } }])
    await expect.element(input).not.toBeInTheDocument()
  })

  test('never shows an answer that comes late, and Enter waits for the one to what was typed', async () => {
    answerFromNowOn({
      'palette.find': ({ q }) => success({ found: [buyers([buyer(q, `Buyer of ${q}`)])] }),
    })
    await open()
    const release = holdAnswers('palette.find')
    await userEvent.keyboard('b')
    await userEvent.keyboard('uyer{Enter}')
    expect(visited.at(-1)).toBe('/servnet')
    release()
    await expect.poll(() => visited.at(-1)).toBe('/insights/buyers/buyer')
    expect(callsOf('palette.find')).toEqual([{ q: 'b' }, { q: 'buyer' }])
  })

  test('arrows go through all groups, and the number of rows is read out', async () => {
    answerFromNowOn({
      'palette.find': () =>
        success({ found: [buyers([buyer('b1', 'Aide SA'), buyer('b2', 'Aide BV')], 40)] }),
    })
    await open()
    await userEvent.fill(input, 'aide')
    await expect.poll(highlighted).toContain('Aide SA')
    await expect.element(stated).toMatchTextContent(/^3 résultats\. .?40.? acheteurs en tout/u)
    await userEvent.keyboard('{ArrowDown}{ArrowDown}{Enter}')
    await expect.poll(() => visited.at(-1)).toBe('/help')
  })

  test('leads to what help says of it, once three letters are typed', async () => {
    await open()
    await userEvent.fill(input, 'qu')
    await expect.poll(() => callsOf('palette.find')).toHaveLength(1)
    expect(page.getByRole('group', { name: 'Aide' }).elements()).toEqual([])
    await userEvent.fill(input, 'questions secretes')
    await userEvent.click(page.getByRole('group', { name: 'Aide' }).getByRole('option'))
    await expect.poll(() => visited.at(-1)).toBe('/help?topic=security')
  })

  test('copies the link to the page one is on', async () => {
    answerFromNowOn({ 'app.copyLink': () => success({}) })
    await open()
    await userEvent.fill(input, 'partager')
    await userEvent.click(option('Copier le lien de cette page'))
    const { pathname: path, search } = location
    await expect.poll(() => callsOf('app.copyLink')).toEqual([{ path, search }])
  })

  test('that no buyer is called so offers to apply for one, to who may', async () => {
    await open()
    await userEvent.fill(input, 'Škoda Zzz')
    await userEvent.click(option(/Aucun acheteur « Škoda Zzz »/u))
    await expect.poll(() => visited.at(-1)).toBe('/servnet/apply?name=%C5%A0koda+Zzz')
  })

  test('that no buyer is called so offers nothing where one may not, or not all are here', async () => {
    await open(granted('insights'))
    await userEvent.fill(input, 'Škoda Zzz')
    await expect.element(page.getByText(/Rien ne correspond/u)).toBeInTheDocument()
    answerFromNowOn({
      'palette.find': () => success({ found: [{ ...buyers([]), isWhole: false }] }),
    })
    await userEvent.fill(input, 'Škoda Zz')
    await expect.poll(() => callsOf('palette.find')).toHaveLength(2)
    expect(page.getByRole('option').elements()).toEqual([])
  })

  test('finds nothing of services that are not granted', async () => {
    await open(granted('insights'))
    for (const typed of ['limites de crédit', 'messages', 'demander']) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await userEvent.fill(input, typed)
      // oxlint-disable-next-line no-await-in-loop -- as above
      await expect.element(page.getByText(/Rien ne correspond/u)).toBeInTheDocument()
    }
  })

  test.each([
    ['recouvrement', 'collectnet', '/collectnet'],
    ['Maklergeschaft', 'partners', '/partners'],
  ] as const)('%s leads who has the service to its first page', async (typed, service, path) => {
    await open(granted('insights', service))
    await userEvent.fill(input, typed)
    await expect.element(page.getByRole('group', { name: 'Pages' })).toBeVisible()
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => visited.at(-1)).toBe(path)
  })

  test('says why buyers cannot be looked through', async () => {
    answerFromNowOn({ 'palette.find': () => failure({ code: 'storage_failed' }) })
    await open()
    await userEvent.fill(input, 'aide')
    await expect.element(page.getByRole('alert')).toBeVisible()
    await expect.element(option('Aide')).toBeVisible()
  })
})

describe('an action', () => {
  test('changes the language at once', async () => {
    await open()
    await userEvent.fill(input, 'italiano')
    await expect.poll(highlighted).toContain('Italiano')
    await userEvent.keyboard('{Enter}')
    await expect.poll(() => callsOf('app.setLanguage')).toEqual([{ language: 'it' }])
  })

  test('that needs the portal says offline that it cannot run, and stays', async () => {
    answerFromNowOn({ 'status.read': () => success(offline) })
    await open()
    await userEvent.fill(input, 'actualiser')
    const refresh = option(/Actualiser les données.*Impossible hors connexion/u)
    await expect.element(refresh).toHaveAttribute('aria-disabled', 'true')
    await userEvent.keyboard('{Enter}')
    await expect.element(input).toBeVisible()
    expect(callsOf('status.check')).toEqual([])
  })

  test('exports, and says what came of it', async () => {
    answerFromNowOn({
      'credit.export': () => success({ kind: 'saved', path: '/home/m/limites.xlsx', rows: 12 }),
    })
    await open()
    await userEvent.fill(input, 'exporter les lim')
    await expect.poll(highlighted).toContain('Exporter les limites')
    await userEvent.keyboard('{Enter}')
    await expect.element(page.getByText(/limites\.xlsx/u)).toBeVisible()
  })
})
