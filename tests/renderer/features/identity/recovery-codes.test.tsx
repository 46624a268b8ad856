import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { answerFromNowOn, callsOf } from '../../support/fake-portal.ts'
import {
  asked,
  city,
  code,
  fillAnswers,
  next,
  ok,
  pet,
  refused,
  scriptRecovery,
  showAt,
  summary,
} from '../../support/recovery.tsx'

beforeEach(scriptRecovery)

const over = page.getByText('Ce code n’est plus valable. Demandez-en un nouveau.')
const send = page.getByRole('button', { name: 'Envoyer un nouveau code' })

/** From now on this computer's clock is ahead, in milliseconds. */
function turnClock(ahead: number): void {
  const now = Date.now.bind(Date)
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now() + ahead)
  onTestFinished(() => clock.mockRestore())
}

describe('until when a code counts', () => {
  test('is shown as a time of day, and that it is over as soon as it is', async () => {
    await showAt(asked)
    await expect.element(page.getByText(/^Valable jusqu’à \d\d:\d\d\.$/u)).toBeVisible()
    await expect.element(over).not.toBeInTheDocument()
    turnClock(601_000)
    await expect.element(over).toBeVisible()
    await expect.element(over).toHaveRole('status')
    await expect.element(send).toBeVisible()
  })

  test('is not shown where no code is asked for', async () => {
    const without = { codeRequired: false, codeFormat: null, codeExpiresIn: null } as const
    await showAt({ ...asked, ...without, codeAgainIn: null })
    await expect.element(city).toBeVisible()
    await expect.element(page.getByText(/Valable/u)).not.toBeInTheDocument()
  })
})

test('a code that came too late is cleared and said to be so; the answers stay', async () => {
  await showAt(asked)
  answerFromNowOn({ 'recovery.answer': () => refused({ code: 'code_expired' }) })
  await fillAnswers()
  await userEvent.fill(code, '482913')
  await userEvent.click(next)
  await expect.element(summary).toHaveFocus()
  await expect.element(summary).toMatchTextContent(/Le délai de ce code est dépassé/u)
  await expect.element(summary).toMatchTextContent(/aucun essai n’a été compté/iu)
  await expect.element(over).toBeVisible()
  await expect.element(code).toHaveValue('')
  await expect.element(city).toHaveValue('Namur')
  await expect.element(pet).toHaveValue('Rex')
  expect(document.querySelectorAll('[aria-invalid]')).toHaveLength(0)
})

test('a new code takes the former one and what was said of it away, and waits to be typed', async () => {
  await showAt(asked)
  answerFromNowOn({
    'recovery.answer': () => refused({ code: 'code_expired' }),
    'recovery.sendCode': () => ok({ ...asked, codeAgainIn: 60 }),
  })
  await fillAnswers()
  await userEvent.fill(code, '482913')
  await userEvent.click(next)
  await expect.element(over).toBeVisible()
  await userEvent.fill(code, '1')
  await userEvent.click(send)
  await expect.element(code).toHaveFocus()
  await expect.element(code).toHaveValue('')
  await expect.element(summary).not.toBeInTheDocument()
  await expect.element(over).not.toBeInTheDocument()
  await expect.element(page.getByText(/Un nouveau code est en route/u)).toBeVisible()
  await expect.element(city).toHaveValue('Namur')
})

test('a code that could not be sent leaves what is typed', async () => {
  await showAt(asked)
  answerFromNowOn({
    'recovery.sendCode': () => refused({ code: 'too_many_attempts', retryAfter: 40 }),
  })
  await userEvent.fill(code, '482913')
  await userEvent.click(send)
  await expect.element(summary).toBeVisible()
  await expect.element(code).toHaveValue('482913')
})

describe('where the code is all that is asked for', () => {
  const codeOnly: typeof asked = { ...asked, questions: [], codeFormat: 'alphanumeric' }

  test('it has letters too, typed in any case and with words around', async () => {
    await showAt(codeOnly)
    await expect.element(page.getByText('Huit lettres et chiffres')).toBeVisible()
    await userEvent.fill(code, 'Votre code : bcdf-2345.')
    await userEvent.click(next)
    await expect.poll(() => callsOf('recovery.answer')).toEqual([{ code: 'BCDF2345', answers: [] }])
  })

  test.each(['482913', 'BCDF234', 'O0I1LBCD'])(
    '%s is said to be none, and not sent',
    async (typed) => {
      await showAt(codeOnly)
      await userEvent.fill(code, typed)
      await userEvent.click(next)
      await expect.element(summary).toHaveFocus()
      await expect.element(code).toHaveAttribute('aria-invalid', 'true')
      await expect
        .element(summary.getByRole('link'))
        .toMatchTextContent(/huit lettres et chiffres, sans O, I, L, 0 ni 1/u)
      await expect.element(code).toHaveValue(typed)
      expect(callsOf('recovery.answer')).toEqual([])
    },
  )
})
