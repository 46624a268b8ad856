/** What a network's proxy asks, over whatever page there is; and what an administrator has set. */
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { AboutDialog } from '../../../src/renderer/app/about-dialog.tsx'
import { Routes } from '../../../src/renderer/app/routes.tsx'
import type { ProxyQuestion } from '../../../src/shared/contract/app/proxy.ts'
import { success } from '../../../src/shared/contract/result.ts'
import { callsOf, raiseEvent, scriptPortal, signedOut } from '../support/fake-portal.ts'
import { show } from '../support/stage.tsx'

const question: ProxyQuestion = {
  id: 1,
  host: 'proxy.firm.example:3128',
  realm: 'Réseau interne',
  isAgain: false,
  canKeep: true,
}
const username = page.getByLabelText('Nom d’utilisateur du proxy', { exact: true })
const password = page.getByLabelText('Mot de passe du proxy', { exact: true })
const dialog = page.getByRole('dialog')

beforeEach(() =>
  scriptPortal({
    'app.answerProxy': () => success({}),
    'app.managed': () =>
      success({
        settings: [
          { name: 'lock.required', by: 'policy' },
          { name: 'portalUrl', by: 'file' },
        ],
        sources: [
          { by: 'policy', place: String.raw`HKLM\Software\Policies\Atradius Services Online` },
          { by: 'file', place: '/etc/atradius-services-online/config.json' },
        ],
      }),
  }),
)

test('asks with who asks, keeps what was typed where it is refused, and goes when it is through', async () => {
  await show(<Routes />, { ...signedOut, proxyQuestion: question }, '/sign-in')
  await expect.element(dialog.getByText('proxy.firm.example:3128')).toBeVisible()
  await expect.element(dialog.getByText('Réseau interne')).toBeVisible()
  await expect.element(username).toHaveFocus()
  await userEvent.fill(username, 'm.lambert')
  await userEvent.fill(password, 'pas le bon')
  await userEvent.keyboard('{Enter}')
  expect(callsOf('app.answerProxy')).toEqual([
    { id: 1, answer: { username: 'm.lambert', password: 'pas le bon', keep: false } },
  ])
  raiseEvent('proxy.asked', { question: { ...question, id: 2, isAgain: true } })
  await expect.element(dialog.getByText(/n’a pas accepté/u)).toBeVisible()
  await expect.element(username).toHaveValue('m.lambert')
  await expect.element(password).toHaveValue('pas le bon')
  await userEvent.fill(password, 'le bon')
  await userEvent.click(page.getByRole('checkbox'))
  await userEvent.click(page.getByRole('button', { name: 'Se connecter', exact: true }).last())
  expect(callsOf('app.answerProxy').at(-1)).toEqual({
    id: 2,
    answer: { username: 'm.lambert', password: 'le bon', keep: true },
  })
  raiseEvent('proxy.asked', { question: null })
  await expect.element(dialog).not.toBeInTheDocument()
})

test('takes no for an answer, and offers to keep nothing where there is no keychain', async () => {
  const without = { ...question, canKeep: false }
  await show(<Routes />, { ...signedOut, proxyQuestion: without }, '/sign-in')
  await expect.element(dialog).toBeVisible()
  await expect.element(dialog.getByRole('checkbox')).not.toBeInTheDocument()
  await userEvent.keyboard('{Escape}')
  expect(callsOf('app.answerProxy')).toEqual([{ id: 1, answer: null }])
})

test('About says what an administrator has set and where, without a value', async () => {
  await show(<AboutDialog onClose={() => undefined} />, signedOut)
  const managed = page.getByRole('region', { name: 'Fixé par votre organisation' })
  await expect.element(managed.getByText('lock.required')).toBeVisible()
  await expect.element(managed.getByText(/Stratégie Windows/u)).toBeVisible()
  await expect.element(managed.getByText('portalUrl')).toBeVisible()
  await expect.element(managed.getByText('/etc/atradius-services-online/config.json')).toBeVisible()
})
