import { beforeEach, describe, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { EnrolmentPage } from '../../../../src/renderer/features/identity/enrolment/enrolment-page.tsx'
import type { RouteOutput } from '../../../../src/shared/contract/routes.ts'
import {
  answerFromNowOn,
  callsOf,
  enrolling,
  policy,
  questions,
  raiseEvent,
  scriptPortal,
  signedIn,
} from '../../support/fake-portal.ts'
import { show, visited } from '../../support/stage.tsx'

const nothingTyped: RouteOutput<'enrolment.read'> = {
  state: 'security',
  expiresAt: '2026-12-05T10:00:00.000Z',
  draft: {
    questionIds: [],
    email: '',
    emailConfirmation: '',
    firstName: '',
    lastName: '',
    language: null,
    alertsByEmail: null,
  },
}
const goodPassword = 'Sept-Violons-Bleus-1987!'

const password = page.getByLabelText('Nouveau mot de passe', { exact: true })
const question = (number: number) => page.getByLabelText(`Question ${number}`, { exact: true })
const answer = (number: number) => page.getByLabelText(`Réponse ${number}`, { exact: true })
const next = page.getByRole('button', { name: 'Suivant' })
const email = page.getByLabelText('Entrez votre adresse e-\u2060mail', { exact: true })
const emailAgain = page.getByLabelText('Retapez votre adresse e-\u2060mail', { exact: true })
const lastName = page.getByLabelText('Nom', { exact: true })
const summary = page.getByRole('alert')
const rule = (text: string) => page.getByRole('listitem').filter({ hasText: text })

async function fillSecurity() {
  await userEvent.fill(password, goodPassword)
  for (const [index, word] of ['Namur', 'Delvaux', 'Rex'].entries()) {
    // oxlint-disable no-await-in-loop -- a person fills in one field after the other
    await userEvent.selectOptions(question(index + 1), `q${index}`)
    await userEvent.fill(answer(index + 1), word)
    // oxlint-enable no-await-in-loop
  }
}

async function complete() {
  await fillSecurity()
  await userEvent.click(next)
  await userEvent.fill(email, 'claire@dedert.example')
  await userEvent.fill(emailAgain, 'claire@dedert.example')
  await userEvent.fill(lastName, 'Dumont')
  await userEvent.click(next)
}

beforeEach(() => {
  scriptPortal({
    'portal.passwordPolicy': () => ({ ok: true, data: policy }),
    'portal.securityQuestions': () => ({ ok: true, data: { items: questions } }),
    'portal.checkPassword': ({ password: typed }) => ({
      ok: true,
      data: {
        failures: typed.startsWith('Password') ? [{ code: 'too_common', params: {} }] : [],
      },
    }),
    'enrolment.read': () => ({ ok: true, data: nothingTyped }),
    'enrolment.saveSecurity': () => ({ ok: true, data: { state: 'personalData' } }),
  })
})

describe('the checklist', () => {
  test('follows each key', async () => {
    await show(<EnrolmentPage />, enrolling)
    await userEvent.fill(password, 'abc')
    await expect.element(rule('Une lettre minuscule')).toMatchTextContent(/, Respecté$/u)
    await expect.element(rule('Un chiffre')).toMatchTextContent(/, Pas encore respecté/u)
    await userEvent.fill(password, 'abc4')
    await expect.element(rule('Un chiffre')).toMatchTextContent(/, Respecté$/u)
    await userEvent.fill(password, 'Nouveau.Client4')
    await expect.element(rule('Sans votre nom d’utilisateur')).toMatchTextContent(/, Non respecté/u)
  })

  test('asks the portal about passwords that pass all other rules, and only about those', async () => {
    await show(<EnrolmentPage />, enrolling)
    await userEvent.fill(password, 'abc')
    await userEvent.fill(password, 'Password-2026!')
    await expect.element(rule('Ni courant')).toMatchTextContent(/, Non respecté/u)
    expect(callsOf('portal.checkPassword')).toEqual([
      { password: 'Password-2026!', username: 'nouveau.client' },
    ])
  })
})

test('a question chosen once is offered nowhere else, until it is given free', async () => {
  await show(<EnrolmentPage />, enrolling)
  const offered = (number: number) =>
    [...question(number).element().querySelectorAll('option')].map((option) => option.value)
  await userEvent.selectOptions(question(1), 'q1')
  await expect.poll(() => offered(2)).toEqual(['', 'q0', 'q2', 'q3'])
  await expect.poll(() => offered(1)).toContain('q1')
  await userEvent.selectOptions(question(1), '')
  await expect.poll(() => offered(2)).toContain('q1')
})

describe('trying to save', () => {
  test('lists every failure at once, takes the focus there, and leads to the fields', async () => {
    await show(<EnrolmentPage />, enrolling)
    await userEvent.fill(password, 'nouveau.client')
    await userEvent.selectOptions(question(1), 'q0')
    await userEvent.fill(answer(1), 'Namur')
    await userEvent.selectOptions(question(2), 'q1')
    await userEvent.fill(answer(2), ' NAMUR ')
    await userEvent.keyboard('{Enter}')
    await expect.element(summary).toHaveFocus()
    const problems = summary
      .getByRole('link')
      .elements()
      .map((link) => link.textContent)
    expect(problems.map((text) => text.replaceAll('\u202f', ' '))).toEqual([
      'Nouveau mot de passe : Il manque une lettre majuscule.',
      'Nouveau mot de passe : Il manque un chiffre.',
      'Nouveau mot de passe : Il ne doit pas contenir votre nom d’utilisateur.',
      'Réponse 2 : Cette réponse est la même qu’une autre.',
      'Question 3 : Choisissez une question.',
      'Réponse 3 : Ce champ doit être rempli.',
    ])
    expect(callsOf('enrolment.saveSecurity')).toEqual([])
    await userEvent.click(summary.getByRole('link').last())
    await expect.element(answer(3)).toHaveFocus()
    await expect.element(answer(3)).toHaveAttribute('aria-invalid', 'true')
  })

  test('what is put right leaves the list, and the list leaves with its last entry', async () => {
    await show(<EnrolmentPage />, enrolling)
    await fillSecurity()
    await userEvent.clear(answer(2))
    await userEvent.click(next)
    await expect.element(summary.getByRole('link')).toMatchTextContent(/Réponse 2/u)
    await userEvent.fill(answer(2), 'Delvaux')
    await expect.element(summary).not.toBeInTheDocument()
  })

  test('what the portal refuses lands on its field, and nothing typed is lost', async () => {
    answerFromNowOn({
      'enrolment.saveSecurity': () => ({
        ok: false,
        error: {
          code: 'password_policy',
          fields: [{ field: 'newPassword', code: 'used_before', params: { history: 5 } }],
        },
      }),
    })
    await show(<EnrolmentPage />, enrolling)
    await fillSecurity()
    await userEvent.click(next)
    await expect.element(summary).toHaveFocus()
    await expect.element(summary).toMatchTextContent(/a déjà servi récemment/u)
    await expect.element(password).toHaveAttribute('aria-invalid', 'true')
    await expect.element(password).toHaveValue(goodPassword)
    await expect.element(answer(3)).toHaveValue('Rex')
  })

  test('a failure without a field says its next step', async () => {
    answerFromNowOn({
      'enrolment.saveSecurity': () => ({ ok: false, error: { code: 'certificate_untrusted' } }),
    })
    await show(<EnrolmentPage />, enrolling)
    await fillSecurity()
    await userEvent.click(next)
    await expect.element(summary).toMatchTextContent(/certificat n’est pas reconnu/u)
    await expect.element(summary).toMatchTextContent(/contactez votre service informatique/u)
  })
})

describe('both steps', () => {
  test('going back and forth loses nothing, secrets included', async () => {
    await show(<EnrolmentPage />, enrolling)
    await fillSecurity()
    await userEvent.click(next)
    await userEvent.fill(email, 'claire@dedert.example')
    await userEvent.fill(lastName, 'Dumont')
    await userEvent.click(page.getByRole('button', { name: 'Retour' }))
    await expect.element(password).toHaveValue(goodPassword)
    await expect.element(question(3)).toHaveValue('q2')
    await expect.element(answer(3)).toHaveValue('Rex')
    await userEvent.click(next)
    await expect.element(email).toHaveValue('claire@dedert.example')
    await expect.element(lastName).toHaveValue('Dumont')
  })

  test('the address is compared with the one typed again', async () => {
    await show(<EnrolmentPage />, enrolling)
    await fillSecurity()
    await userEvent.click(next)
    await userEvent.fill(email, 'claire@dedert.example')
    await userEvent.fill(emailAgain, 'clair@dedert.example')
    await userEvent.fill(lastName, 'Dumont')
    await userEvent.keyboard('{Enter}')
    await expect.element(summary).toMatchTextContent(/ne sont pas identiques/u)
    expect(callsOf('enrolment.savePersonalData')).toEqual([])
    await userEvent.fill(emailAgain, 'Claire@dedert.example')
    await expect.element(summary).not.toBeInTheDocument()
  })

  test('an address that another account has is said at the address', async () => {
    answerFromNowOn({
      'enrolment.savePersonalData': () => ({
        ok: false,
        error: { code: 'email_taken', fields: [{ field: 'email', code: 'email_taken' }] },
      }),
    })
    await show(<EnrolmentPage />, enrolling)
    await fillSecurity()
    await userEvent.click(next)
    await userEvent.fill(email, 'claire@dedert.example')
    await userEvent.fill(emailAgain, 'claire@dedert.example')
    await userEvent.fill(lastName, 'Dumont')
    await userEvent.click(next)
    await expect.element(email).toHaveAttribute('aria-invalid', 'true')
    await expect.element(emailAgain).toHaveValue('claire@dedert.example')
  })
})

describe('done', () => {
  test('success is shown, also where main tells of it before it answers', async () => {
    answerFromNowOn({
      'enrolment.savePersonalData': () => {
        raiseEvent('session.changed', signedIn.session)
        return { ok: true, data: signedIn.session }
      },
    })
    await show(<EnrolmentPage />, enrolling)
    await complete()
    await expect.element(page.getByRole('heading', { level: 1 })).toMatchTextContent(/enregistré$/u)
    expect(visited.at(-1)).toBe('/here')
    await userEvent.click(page.getByRole('link', { name: 'Ouvrir Serv@Net' }))
    expect(visited.at(-1)).toBe('/servnet')
  })

  test('whoever comes here enrolled is led on at once', async () => {
    await show(<EnrolmentPage />, signedIn)
    await expect.poll(() => visited.at(-1)).toBe('/servnet')
  })
})

describe('interrupted', () => {
  test('what is typed is kept as one leaves a field, but never a secret', async () => {
    await show(<EnrolmentPage />, enrolling)
    await fillSecurity()
    await expect
      .poll(() => callsOf('enrolment.saveDraft').at(-1))
      .toMatchObject({ questionIds: ['q0', 'q1', 'q2'] })
    const kept = JSON.stringify(callsOf('enrolment.saveDraft'))
    for (const secret of [goodPassword, 'Namur', 'Delvaux', 'Rex'])
      expect(kept).not.toContain(secret)
  })

  test('a session that ends in the middle of a word loses none of it', async () => {
    const draft = { ...nothingTyped.draft, email: 'claire@dedert.example' }
    const half = { ...nothingTyped, state: 'personalData' as const, draft }
    answerFromNowOn({ 'enrolment.read': () => ({ ok: true, data: half }) })
    await show(<EnrolmentPage />, enrolling)
    await userEvent.click(lastName)
    await userEvent.keyboard('Dum')
    raiseEvent('session.changed', { kind: 'signedOut', username: null, reason: 'session_ended' })
    await expect
      .poll(() => callsOf('enrolment.saveDraft').at(-1))
      .toMatchObject({ lastName: 'Dum' })
    await expect.element(lastName).not.toBeInTheDocument()
  })

  test('step 1 comes back with its questions and asks for the secrets again', async () => {
    const draft = { ...nothingTyped.draft, questionIds: ['q2', 'q0', ''] }
    answerFromNowOn({ 'enrolment.read': () => ({ ok: true, data: { ...nothingTyped, draft } }) })
    await show(<EnrolmentPage />, enrolling)
    await expect.element(question(1)).toHaveValue('q2')
    await expect.element(question(2)).toHaveValue('q0')
    await expect.element(page.getByText(/merci de les saisir à nouveau/u)).toBeVisible()
  })

  test('step 2 comes back filled in, and going on from step 1 needs no secret again', async () => {
    const draft = { ...nothingTyped.draft, email: 'claire@dedert.example', lastName: 'Dumont' }
    const half = { ...nothingTyped, state: 'personalData' as const, draft }
    answerFromNowOn({ 'enrolment.read': () => ({ ok: true, data: half }) })
    await show(<EnrolmentPage />, enrolling)
    await expect.element(email).toHaveValue('claire@dedert.example')
    await expect.element(lastName).toHaveValue('Dumont')
    await userEvent.click(page.getByRole('button', { name: 'Retour' }))
    await userEvent.click(next)
    await expect.element(email).toBeVisible()
    expect(callsOf('enrolment.saveSecurity')).toEqual([])
  })
})
