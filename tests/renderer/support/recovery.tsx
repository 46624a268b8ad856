/** The recovery page as tests see it: what main may say of it, and its fields. */
import { page, userEvent } from 'vitest/browser'
import { RecoveryPage } from '../../../src/renderer/features/identity/recovery/recovery-page.tsx'
import { keepTypedUsername } from '../../../src/renderer/common/data/app-store.ts'
import type { RecoveryView } from '../../../src/shared/contract/identity/recovery-view.ts'
import type { AppError } from '../../../src/shared/contract/result.ts'
import { answerFromNowOn, policy, questions, scriptPortal, signedOut } from './fake-portal.ts'
import { show } from './stage.tsx'

type Answers = Extract<RecoveryView, { step: 'answers' }>

export const begun: RecoveryView = { step: 'username', username: null }
export const asked: Answers = {
  step: 'answers',
  username: 'marie.lambert',
  questions: questions.slice(0, 3),
  codeRequired: true,
  codeFormat: 'numeric',
  codeExpiresIn: 600,
  codeAgainIn: 0,
  attemptsLeft: 5,
  expiresIn: 1800,
}
export const proven: RecoveryView = { step: 'password', username: 'marie.lambert', expiresIn: 900 }
export const done: RecoveryView = { step: 'done', username: 'marie.lambert' }
export const goodPassword = 'Sept-Violons-Bleus-1987!'

export const ok = <Data,>(data: Data) => ({ ok: true, data }) as const
export const refused = (error: AppError) => ({ ok: false, error }) as const

export const username = page.getByLabelText('Nom d’utilisateur', { exact: true })
export const city = page.getByLabelText('Ville ?')
export const mother = page.getByLabelText('Mère ?')
export const pet = page.getByLabelText('Animal ?')
export const code = page.getByLabelText('Code reçu par e-\u2060mail')
export const password = page.getByLabelText('Entrez un nouveau mot de passe', { exact: true })
export const again = page.getByLabelText('Confirmez le nouveau mot de passe', { exact: true })
export const next = page.getByRole('button', { name: 'Suite' })
export const heading = page.getByRole('heading', { level: 1 })
export const summary = page.getByRole('alert')

export async function fillAnswers() {
  await userEvent.fill(city, 'Namur')
  await userEvent.fill(mother, 'Delvaux')
  await userEvent.fill(pet, 'Rex')
}

export async function showAt(view: RecoveryView) {
  answerFromNowOn({ 'recovery.read': () => ok(view) })
  await show(<RecoveryPage />, signedOut)
}

/** Main knows nothing of a request, and every step succeeds. */
export function scriptRecovery(): void {
  keepTypedUsername('')
  // As for someone who has come from the sign-in page.
  document.documentElement.dataset['wired'] = ''
  scriptPortal({
    'app.setLanguage': () => ok({}),
    'portal.passwordPolicy': () => ok(policy),
    'portal.checkPassword': () => ok({ failures: [] }),
    'recovery.leave': () => ok({}),
    'recovery.start': () => ok(asked),
    'recovery.answer': () => ok(proven),
    'recovery.setPassword': () => ok(done),
  })
}
