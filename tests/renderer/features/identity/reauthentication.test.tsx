import { useState } from 'react'
import { beforeEach, expect, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { useReauthentication } from '../../../../src/renderer/common/email-code/reauthentication.tsx'
import { callPortal } from '../../../../src/renderer/common/data/portal.ts'
import { answerFromNowOn, callsOf, scriptPortal, signedIn } from '../../support/fake-portal.ts'
import { show } from '../../support/stage.tsx'

const outerSubmit = vi.fn()

/** Ends all other sessions, in a form whose dialog must not submit it. */
function Page() {
  const { run, dialog } = useReauthentication()
  const [said, setSaid] = useState('')
  const end = async () => {
    const result = await run({ kind: 'endOtherSessions' }, () =>
      callPortal('security.endOtherSessions', {}),
    )
    setSaid(result === null ? 'rien fait' : result.ok ? 'fermées' : result.error.code)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        outerSubmit()
      }}
    >
      <button type="button" onClick={() => void end()}>
        Fermer
      </button>
      <p>{said}</p>
      {dialog}
    </form>
  )
}

const dialog = page.getByRole('dialog', { name: 'Fermer toutes les autres sessions' })
const password = page.getByLabelText('Votre mot de passe', { exact: true })
const button = page.getByRole('button', { name: 'Fermer', exact: true })

beforeEach(() => {
  outerSubmit.mockClear()
  let open = false
  scriptPortal({
    'security.endOtherSessions': () =>
      open
        ? { ok: true, data: { ended: 2 } }
        : { ok: false, error: { code: 'reauthentication_required' } },
    'security.reauthenticate': ({ password: typed }) => {
      open = typed === 'la bonne'
      return open ? { ok: true, data: {} } : { ok: false, error: { code: 'invalid_credentials' } }
    },
  })
})

test('asks for the password, and then does what was asked', async () => {
  await show(<Page />, signedIn)
  await userEvent.click(button)
  await expect.element(dialog).toBeVisible()
  await expect.element(dialog).toHaveAccessibleDescription(/pendant cinq minutes/u)
  await expect.element(password).toHaveFocus()
  await userEvent.keyboard('la bonne{Enter}')
  await expect.element(page.getByText('fermées')).toBeVisible()
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(button).toHaveFocus()
  expect(callsOf('security.endOtherSessions')).toHaveLength(2)
  expect(outerSubmit).not.toHaveBeenCalled()
})

test('asks nothing where the portal does not', async () => {
  answerFromNowOn({ 'security.endOtherSessions': () => ({ ok: true, data: { ended: 0 } }) })
  await show(<Page />, signedIn)
  await userEvent.click(button)
  await expect.element(page.getByText('fermées')).toBeVisible()
  expect(callsOf('security.reauthenticate')).toEqual([])
})

test('a wrong or missing password is said, and can be corrected', async () => {
  await show(<Page />, signedIn)
  await userEvent.click(button)
  await userEvent.click(page.getByRole('button', { name: 'Confirmer' }))
  await expect.element(password).toHaveAccessibleDescription(/doit être rempli/u)
  expect(callsOf('security.reauthenticate')).toEqual([])
  await userEvent.fill(password, 'pas la bonne')
  await userEvent.keyboard('{Enter}')
  await expect.element(password).toHaveAccessibleDescription(/n’est pas le bon/u)
  await expect.element(password).toHaveFocus()
  await userEvent.fill(password, 'la bonne')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByText('fermées')).toBeVisible()
})

test.each([
  ['Escape', () => userEvent.keyboard('{Escape}')],
  ['"Annuler"', () => userEvent.click(page.getByRole('button', { name: 'Annuler' }))],
])('%s leaves everything as it was', async (_, callOff) => {
  await show(<Page />, signedIn)
  await userEvent.click(button)
  await expect.element(password).toHaveFocus()
  await callOff()
  await expect.element(page.getByText('rien fait')).toBeVisible()
  await expect.element(dialog).not.toBeInTheDocument()
  expect(callsOf('security.reauthenticate')).toEqual([])
  expect(callsOf('security.endOtherSessions')).toHaveLength(1)
})

test('too many tries are counted down', async () => {
  answerFromNowOn({
    'security.reauthenticate': () => ({
      ok: false,
      error: { code: 'too_many_attempts', retryAfter: 30 },
    }),
  })
  await show(<Page />, signedIn)
  await userEvent.click(button)
  await userEvent.fill(password, 'pas la bonne')
  await userEvent.keyboard('{Enter}')
  await expect.element(page.getByRole('timer')).toMatchTextContent(/(30|29)\ssecondes/u)
  await userEvent.keyboard('{Enter}')
  expect(callsOf('security.reauthenticate')).toHaveLength(1)
})
