/** What changed and what is due, as both home pages show it. */
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Due } from '../../../../src/renderer/common/credit/due.tsx'
import { News } from '../../../../src/renderer/common/credit/news.tsx'
import type { AppState } from '../../../../src/shared/contract/routes.ts'
import { answerFromNowOn, callsOf, scriptPortal, signedIn } from '../../support/fake-portal.ts'
import { cut, cutDue, decision, endDue, letter, pendingDue } from '../../support/credit.ts'
import { holdNews } from '../../support/news.ts'
import { show, visited } from '../../support/stage.tsx'

const both = (
  <>
    <News />
    <Due />
  </>
)

const withInsightsAlone: AppState = {
  ...signedIn,
  session: {
    kind: 'ready',
    user: {
      username: 'marie.lambert',
      displayName: 'Marie Lambert',
      language: 'fr',
      services: ['insights'],
    },
  },
}

const tickOf = (name: RegExp) => page.getByRole('checkbox', { name })

const leads = async (name: RegExp, path: string) =>
  expect.element(page.getByRole('link', { name })).toHaveAttribute('href', path)

beforeEach(() => scriptPortal({}))

test('each change says by how much, and leads to its page', async () => {
  holdNews([cut, decision, letter], [])
  await show(both, signedIn)
  await expect.element(page.getByText('3 nouveautés')).toBeVisible()
  await expect.element(page.getByText(/250\s000 → 0\sEUR/u)).toBeVisible()
  await expect.element(page.getByText(/60\s000\sEUR sur 100\s000\sEUR demandés/u)).toBeVisible()
  await leads(/Limite réduite sur .*Ørsted/u, '/servnet/alerts/a1')
  await leads(/demande sur .*L’Oréal.* est accordée en partie/u, '/servnet/applications/p1')
  await leads(/Nouveau message.*Maintenance/u, '/servnet/messages/m1')
})

test('what is ticked off keeps its place until one leaves, and does not come back', async () => {
  holdNews([cut, decision], [])
  await show(both, signedIn)
  await userEvent.click(tickOf(/Ørsted/u))
  await expect.element(tickOf(/Ørsted/u)).toBeChecked()
  await expect.element(page.getByText('Une nouveauté')).toBeVisible()
  expect(callsOf('credit.tickNews')).toEqual([{ ids: ['n1'] }])
  await show(both, signedIn)
  await expect.element(tickOf(/L’Oréal/u).last()).not.toBeChecked()
})

test('all is ticked off at a press; with nothing left it says so', async () => {
  holdNews([cut, decision], [])
  await show(both, signedIn)
  await userEvent.click(page.getByRole('button', { name: 'Tout marquer comme vu' }))
  await expect.element(tickOf(/L’Oréal/u)).toBeChecked()
  expect(callsOf('credit.tickNews')).toEqual([{ ids: null }])
})

test('without news one line says so', async () => {
  holdNews([], [])
  await show(both, signedIn)
  await expect.element(page.getByText('Rien n’a changé.')).toBeVisible()
  await expect.element(page.getByRole('heading', { name: 'À suivre' })).not.toBeInTheDocument()
})

test('a tick that could not be kept is taken back, and said', async () => {
  holdNews([cut], [])
  answerFromNowOn({ 'credit.tickNews': () => ({ ok: false, error: { code: 'disk_full' } }) })
  await show(both, signedIn)
  await userEvent.click(tickOf(/Ørsted/u))
  await expect.element(page.getByRole('alert')).toMatchTextContent(/disque .* est plein/u)
  await expect.element(tickOf(/Ørsted/u)).not.toBeChecked()
})

test('what is due says what to do next', async () => {
  holdNews([], [cutDue, endDue, pendingDue])
  await show(both, signedIn)
  await leads(/Voir la limite.*Ørsted/u, '/servnet/limits/l1')
  await leads(/Demander une limite.*Škoda/u, '/servnet/apply?buyer=b2')
  await leads(/Suivre la demande.*テスト/u, '/servnet/applications/p2')
  await expect.element(page.getByText(/40\s000\sEUR jusqu’au 10 décembre/u)).toBeVisible()
  await expect.element(page.getByText(/75\s000\sEUR, depuis le 20 novembre/u)).toBeVisible()
})

test('a cut that stands among the news is said there alone, until it is ticked off', async () => {
  holdNews([cut], [cutDue])
  await show(both, signedIn)
  await expect.element(tickOf(/Ørsted/u)).toBeVisible()
  await expect.element(page.getByText(/va baisser/u)).not.toBeInTheDocument()
  await userEvent.click(tickOf(/Ørsted/u))
  await expect.element(page.getByText(/va baisser/u)).toBeVisible()
})

test('who has Insights alone is led to the buyer', async () => {
  holdNews([cut, decision], [endDue])
  await show(both, withInsightsAlone)
  await leads(/Limite réduite/u, '/insights/buyers/b1')
  await leads(/Voir l’acheteur/u, '/insights/buyers/b2')
  await expect.element(page.getByText(/est accordée en partie/u)).toBeVisible()
  await expect.element(page.getByRole('link', { name: /L’Oréal/u })).not.toBeInTheDocument()
})

test('many are shown a few at first', async () => {
  holdNews(
    Array.from({ length: 9 }, (_, index) => ({ ...letter, id: `n${index}`, title: `M${index}` })),
    [],
  )
  await show(both, signedIn)
  await userEvent.click(page.getByRole('button', { name: 'Afficher les 3 autres nouveautés' }))
  await expect.element(page.getByRole('link', { name: /M8/u })).toBeVisible()
  expect(visited).toEqual(['/here'])
})
