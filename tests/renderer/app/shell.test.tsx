/** What surrounds every page of whoever is signed in. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { YourServicesPage } from '../../../src/renderer/features/services/your-services-page.tsx'
import type { AppState } from '../../../src/shared/contract/routes.ts'
import { success } from '../../../src/shared/contract/result.ts'
import type { ServiceId } from '../../../src/shared/services.ts'
import { answerFromNowOn, callsOf, signedIn } from '../support/fake-portal.ts'
import { quietHome } from '../support/home.ts'
import { scriptProfile } from '../support/profile.ts'
import { showInShell, visited } from '../support/stage.tsx'

const menu = page.getByRole('navigation', { name: 'Menu principal' })

/** Marie, with these services; the last one that she chose is the first. */
function granted(...services: ServiceId[]): AppState {
  if (signedIn.session.kind !== 'ready') throw new Error('She is signed in')
  const session = { ...signedIn.session, user: { ...signedIn.session.user, services } }
  return { ...signedIn, session, service: services[0] ?? null }
}

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptProfile()
  answerFromNowOn({
    'servnet.home': () => success(quietHome),
    'app.chooseService': () => success({}),
    'session.signOut': () => success({ kind: 'signedOut', username: null, reason: 'signed_out' }),
  })
})

describe('the rail', () => {
  test('has the guide’s six entries of Serv@Net, in its order', async () => {
    await showInShell(<p>Page</p>, granted('servnet'), '/servnet')
    await expect.element(menu.getByRole('link', { name: 'Début' })).toBeVisible()
    const entries = [...menu.element().querySelectorAll('li li')].map((row) => row.textContent)
    expect(entries).toEqual([
      'Début',
      'Services',
      'Produits',
      'Profil de l’utilisateur',
      'Aide',
      'Déconnexion',
    ])
  })

  test('says where one is, and lists the pages of that service alone', async () => {
    await showInShell(<p>Page</p>, granted('servnet', 'insights'), '/insights')
    await expect
      .element(menu.getByRole('link', { name: 'Tableau de bord' }))
      .toHaveAttribute('aria-current', 'page')
    await expect.element(menu.getByRole('link', { name: 'Début' })).not.toBeInTheDocument()
    await userEvent.click(menu.getByRole('link', { name: 'Serv@Net' }))
    await expect
      .element(menu.getByRole('link', { name: 'Début' }))
      .toHaveAttribute('aria-current', 'page')
  })

  test('leaves whoever has no service their profile, help and the way out', async () => {
    await showInShell(<YourServicesPage />, granted(), '/')
    await expect.element(menu.getByRole('link', { name: 'Profil de l’utilisateur' })).toBeVisible()
    await expect.element(menu.getByRole('link', { name: 'Aide' })).toBeVisible()
    await expect.element(menu.getByRole('button', { name: 'Déconnexion' })).toBeVisible()
  })

  test.each([800, 1024])('keeps its words at %i pixels, as under zoom', async (width) => {
    await page.viewport(width, 700)
    await showInShell(<p>Page</p>, granted('servnet'), '/servnet')
    await expect.element(menu.getByText('Profil de l’utilisateur')).toBeVisible()
    await expect.element(page.getByRole('button', { name: 'Menu' })).not.toBeInTheDocument()
  })

  test('stands behind a button in a narrow window, and goes once one went somewhere', async () => {
    await page.viewport(480, 700)
    await showInShell(<p>Page</p>, granted('servnet'), '/servnet')
    await userEvent.click(page.getByRole('button', { name: 'Menu' }))
    const sheet = page.getByRole('dialog', { name: 'Menu' })
    await userEvent.click(sheet.getByRole('link', { name: 'Produits' }))
    expect(visited).toContain('/servnet/policies')
    await expect.element(sheet).not.toBeInTheDocument()
  })
})

describe('the top bar', () => {
  test('leads home by the wordmark', async () => {
    await showInShell(<p>Page</p>, granted('insights', 'servnet'), '/profile')
    await userEvent.click(page.getByRole('banner').getByRole('link', { name: 'Atradius' }))
    expect(visited).toContain('/insights')
  })

  test('has the profile, the language and signing out in the account’s menu', async () => {
    await showInShell(<p>Page</p>, granted('servnet'), '/servnet')
    await userEvent.click(page.getByRole('button', { name: /Marie Lambert/u }))
    await userEvent.click(page.getByRole('menuitemradio', { name: 'Nederlands' }))
    await expect.poll(() => callsOf('app.setLanguage')).toEqual([{ language: 'nl' }])
    await userEvent.click(page.getByRole('menuitem', { name: 'Afmelden' }))
    await expect.poll(() => callsOf('session.signOut')).toEqual([{ discardEdits: false }])
  })
})

test('what the pages show offline is fetched before they are opened', async () => {
  await showInShell(<p>Page</p>, granted('insights', 'servnet'), '/insights')
  for (const name of [
    'portal.meta',
    'portal.passwordPolicy',
    'profile.read',
    'servnet.home',
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one answer after the other
    await expect.poll(() => callsOf(name)).toContainEqual({})
  }
})

test('they are also fetched on a computer that is never idle', async () => {
  // It calls back nobody but those who do not wait for ever.
  const busy = vi.spyOn(window, 'requestIdleCallback').mockImplementation((callback, options) => {
    const isOver = { didTimeout: true, timeRemaining: () => 0 }
    if (options?.timeout !== undefined) queueMicrotask(() => callback(isOver))
    return 0
  })
  try {
    await showInShell(<p>Page</p>, granted('servnet'), '/servnet')
    await expect.poll(() => callsOf('profile.read')).toContainEqual({})
  } finally {
    busy.mockRestore()
  }
})

const row = (name: string) => page.getByRole('main').getByRole('listitem').filter({ hasText: name })

test('“Your services” opens what is granted, and says why the rest is not', async () => {
  await showInShell(<YourServicesPage />, granted('servnet'), '/')
  await expect
    .element(row('Espace Partenaires'))
    .toMatchTextContent(/est réservé à nos courtiers.*Votre personne de contact/u)
  await expect
    .element(row('Atradius Insights'))
    .toMatchTextContent(/ne fait pas partie de vos services/u)
  expect(row('Espace Partenaires').getByRole('link').elements()).toEqual([])
  expect(row('Atradius Insights').getByRole('link').elements()).toEqual([])
  await userEvent.click(page.getByRole('link', { name: 'Ouvrir Serv@Net' }))
  expect(visited).toContain('/servnet')
})
