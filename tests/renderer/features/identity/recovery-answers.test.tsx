import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { changeLanguage } from '../../../../src/renderer/common/data/app-store.ts'
import { answerFromNowOn, callsOf } from '../../support/fake-portal.ts'
import {
  asked,
  begun,
  city,
  code,
  fillAnswers,
  heading,
  mother,
  next,
  ok,
  pet,
  refused,
  scriptRecovery,
  showAt,
  summary,
  username,
} from '../../support/recovery.tsx'

beforeEach(scriptRecovery)

describe('answers and code', () => {
  test('everything missing is said at once, before anything is sent', async () => {
    await showAt(asked)
    await userEvent.fill(mother, 'Delvaux')
    await userEvent.fill(code, '12 34')
    await userEvent.click(next)
    await expect.element(summary).toHaveFocus()
    const problems = summary
      .getByRole('link')
      .elements()
      .map((link) => link.textContent.replaceAll('\u202f', ' '))
    expect(problems).toEqual([
      'Réponse 1 : Ce champ doit être rempli.',
      'Réponse 3 : Ce champ doit être rempli.',
      'Code reçu par e-\u2060mail : Le code compte six chiffres.',
    ])
    expect(callsOf('recovery.answer')).toEqual([])
  })

  test('a failure does not say which part is wrong, tells the tries left, and keeps all', async () => {
    await showAt(asked)
    answerFromNowOn({
      'recovery.answer': () =>
        refused({ code: 'verification_failed', params: { attemptsLeft: 3 } }),
    })
    await fillAnswers()
    await userEvent.fill(code, '482913')
    await userEvent.click(next)
    await expect.element(summary).toHaveFocus()
    await expect.element(summary).toMatchTextContent(/n’a pas pu être confirmé/u)
    await expect.element(summary).toMatchTextContent(/3 essais/u)
    await expect.element(city).toHaveValue('Namur')
    await expect.element(code).toHaveValue('482913')
    expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(0)
  })

  test.each([
    ['took too long', { code: 'flow_expired' }],
    ['has no try left', { code: 'verification_failed', params: { attemptsLeft: 0 } }],
  ] as const)('a request that %s begins again with the username alone', async (_, error) => {
    await showAt(asked)
    await fillAnswers()
    await userEvent.fill(code, '482913')
    answerFromNowOn({
      'recovery.answer': () => refused(error),
      'recovery.read': () => ok({ step: 'username', username: 'marie.lambert' }),
    })
    await userEvent.click(next)
    await expect.element(page.getByText('Cette demande est close')).toBeVisible()
    await expect.element(username).toHaveValue('marie.lambert')
    await userEvent.click(next)
    await expect.element(city).toHaveValue('')
    await expect.element(code).toHaveValue('')
  })

  test('a request whose time runs out on screen ends by itself', async () => {
    await showAt(asked)
    await userEvent.fill(city, 'Namur')
    answerFromNowOn({ 'recovery.read': () => ok({ step: 'username', username: 'marie.lambert' }) })
    const now = Date.now.bind(Date)
    const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + 1801 * 1000)
    onTestFinished(() => clock.mockRestore())
    await expect.element(page.getByText('Cette demande est close')).toBeVisible()
    await expect.element(heading).toHaveFocus()
    await expect.element(username).toHaveValue('marie.lambert')
    expect(callsOf('recovery.leave')).toHaveLength(1)
  })

  test('too many tries are counted down, and do not concern signing in', async () => {
    await showAt(asked)
    answerFromNowOn({
      'recovery.answer': () => refused({ code: 'too_many_attempts', retryAfter: 95 }),
    })
    await fillAnswers()
    await userEvent.fill(code, '482913')
    await userEvent.click(next)
    await expect.element(summary).toMatchTextContent(/dans 1\sminute et 3\d\ssecondes/u)
    await expect.element(summary).toMatchTextContent(/vous pouvez vous connecter dès maintenant/u)
    await expect.element(next).toHaveAttribute('aria-disabled', 'true')
    await userEvent.type(code, '{Enter}')
    expect(callsOf('recovery.answer')).toHaveLength(1)
  })

  test('going back loses nothing and begins nothing anew for the same username', async () => {
    await showAt(begun)
    await userEvent.fill(username, 'marie.lambert')
    await userEvent.click(next)
    await fillAnswers()
    await userEvent.click(page.getByRole('button', { name: 'Retour' }))
    await expect.element(username).toHaveValue('marie.lambert')
    await userEvent.fill(username, ' Marie.Lambert')
    await userEvent.click(next)
    await expect.element(city).toHaveValue('Namur')
    await expect.element(pet).toHaveValue('Rex')
    expect(callsOf('recovery.start')).toHaveLength(1)
  })

  test('another language brings the questions in it, and keeps what is typed', async () => {
    await showAt(asked)
    await fillAnswers()
    const translated = asked.questions.map(({ id }) => ({ id, text: `Frage ${id}` }))
    answerFromNowOn({ 'recovery.read': () => ok({ ...asked, questions: translated }) })
    await changeLanguage('de')
    await expect.element(page.getByLabelText('Frage q0')).toHaveValue('Namur')
    await expect.element(page.getByLabelText('Frage q2')).toHaveValue('Rex')
  })
})

describe('sending the code again', () => {
  const send = page.getByRole('button', { name: 'Envoyer un nouveau code' })

  test('waits until it can be, and says that it was', async () => {
    await showAt({ ...asked, codeAgainIn: 1 })
    await expect.element(page.getByRole('timer')).toMatchTextContent(/1\sseconde/u)
    await expect.element(send).toBeVisible()
    answerFromNowOn({ 'recovery.sendCode': () => ok({ ...asked, codeAgainIn: 60 }) })
    await userEvent.fill(city, 'Namur')
    await userEvent.click(send)
    await expect.element(page.getByText(/Un nouveau code est en route/u)).toBeVisible()
    await expect.element(page.getByRole('timer')).toMatchTextContent(/(60|59)\ssecondes|1\sminute/u)
    await expect.element(city).toHaveValue('Namur')
  })

  test('says why it could not be, and from when on', async () => {
    await showAt(asked)
    answerFromNowOn({
      'recovery.sendCode': () => refused({ code: 'too_many_attempts', retryAfter: 40 }),
    })
    await userEvent.click(send)
    await expect.element(summary).toMatchTextContent(/Trop d’essais/u)
    await expect.element(page.getByRole('timer')).toMatchTextContent(/(40|39)\ssecondes/u)
  })
})
