import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { RecoveryPage } from '../../../../src/renderer/features/identity/recovery/recovery-page.tsx'
import { keepTypedUsername } from '../../../../src/renderer/common/data/app-store.ts'
import { answerFromNowOn, callsOf, signedOut } from '../../support/fake-portal.ts'
import {
  again,
  asked,
  begun,
  city,
  code,
  fillAnswers,
  goodPassword,
  heading,
  next,
  ok,
  password,
  proven,
  refused,
  scriptRecovery,
  showAt,
  summary,
  username,
} from '../../support/recovery.tsx'
import { show, visited } from '../../support/stage.tsx'

beforeEach(scriptRecovery)

test('a forgotten password is replaced in three steps, and leads back to signing in', async () => {
  await showAt(begun)
  await userEvent.fill(username, 'marie.lambert')
  await userEvent.keyboard('{Enter}')
  await expect.element(heading).toHaveTextContent('Réponse aux questions de sécurité')
  await expect.element(heading).toHaveFocus()
  await fillAnswers()
  await userEvent.fill(code, '482 913')
  await userEvent.click(next)
  await expect.element(heading).toHaveTextContent('Saisir un nouveau mot de passe')
  await expect.element(heading).toHaveFocus()
  await userEvent.fill(password, goodPassword)
  await userEvent.fill(again, goodPassword)
  await userEvent.click(next)
  await expect.element(page.getByText(/en utilisant le nouveau mot de passe/u)).toBeVisible()
  await userEvent.click(page.getByRole('button', { name: 'Retour à la page d’accueil' }))
  expect(visited.at(-1)).toBe('/sign-in')
  expect(callsOf('recovery.start')).toEqual([{ username: 'marie.lambert' }])
  expect(callsOf('recovery.answer')).toEqual([
    {
      code: '482913',
      answers: [
        { questionId: 'q0', answer: 'Namur' },
        { questionId: 'q1', answer: 'Delvaux' },
        { questionId: 'q2', answer: 'Rex' },
      ],
    },
  ])
  expect(callsOf('recovery.setPassword')).toEqual([{ newPassword: goodPassword }])
  expect(callsOf('recovery.leave')).toEqual([{}])
})

describe('coming to the page', () => {
  test('the username typed to sign in comes along', async () => {
    keepTypedUsername('Jan.Peeters')
    await showAt(begun)
    await expect.element(username).toHaveValue('Jan.Peeters')
  })

  test('a request in the middle goes on where it stands', async () => {
    await showAt(proven)
    await expect.element(password).toBeVisible()
  })

  test('another username begins another request', async () => {
    keepTypedUsername('jan.peeters')
    await showAt(asked)
    await expect.element(username).toHaveValue('jan.peeters')
    await userEvent.click(next)
    await expect.element(city).toBeVisible()
    expect(callsOf('recovery.start')).toEqual([{ username: 'jan.peeters' }])
  })

  test('without a network it says so, and tries again', async () => {
    answerFromNowOn({ 'recovery.read': () => refused({ code: 'network_offline' }) })
    await show(<RecoveryPage />, signedOut)
    await expect.element(summary).toMatchTextContent(/n’est pas connecté à Internet/u)
    answerFromNowOn({ 'recovery.read': () => ok(begun) })
    await userEvent.click(page.getByRole('button', { name: 'Réessayer' }))
    await expect.element(username).toBeVisible()
  })
})

describe('what the insurer asks for', () => {
  test('without a code: the questions alone', async () => {
    await showAt({
      ...asked,
      codeRequired: false,
      codeFormat: null,
      codeExpiresIn: null,
      codeAgainIn: null,
    })
    await fillAnswers()
    await expect.element(code).not.toBeInTheDocument()
    await userEvent.click(next)
    await expect.element(password).toBeVisible()
    expect(JSON.stringify(callsOf('recovery.answer'))).not.toContain('code')
  })

  test('without questions: the code alone', async () => {
    await showAt({ ...asked, questions: [] })
    await expect.element(heading).toHaveTextContent('Code reçu par e-\u2060mail')
    await userEvent.fill(page.getByRole('textbox'), '482913')
    await userEvent.click(next)
    await expect.element(password).toBeVisible()
    expect(callsOf('recovery.answer')).toEqual([{ code: '482913', answers: [] }])
  })
})

describe('the new password', () => {
  test('typed twice, the same', async () => {
    await showAt(proven)
    await userEvent.fill(password, goodPassword)
    await userEvent.fill(again, `${goodPassword}!`)
    await userEvent.click(next)
    await expect.element(summary).toMatchTextContent(/ne sont pas identiques/u)
    await userEvent.fill(again, goodPassword)
    await expect.element(summary).not.toBeInTheDocument()
    expect(callsOf('recovery.setPassword')).toEqual([])
  })

  test('an old one is named as such, at its field', async () => {
    await showAt(proven)
    const field = { field: 'newPassword', code: 'used_before' }
    answerFromNowOn({
      'recovery.setPassword': () => refused({ code: 'password_policy', fields: [field] }),
    })
    await userEvent.fill(password, goodPassword)
    await userEvent.fill(again, goodPassword)
    await userEvent.click(next)
    await expect.element(password).toHaveAttribute('aria-invalid', 'true')
    await expect.element(summary).toMatchTextContent(/a déjà servi récemment/u)
  })
})
