import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { Confirmation } from '../../../../src/renderer/common/frames/confirmation.tsx'
import { PasswordChangePage } from '../../../../src/renderer/features/identity/password-change/password-change-page.tsx'
import { useConfirmation } from '../../../../src/renderer/common/navigation/confirmations.ts'
import {
  answerFromNowOn,
  callsOf,
  passwordDue,
  policy,
  scriptPortal,
  signedIn,
} from '../../support/fake-portal.ts'
import { show } from '../../support/stage.tsx'

const goodPassword = 'Sept-Violons-Bleus-1987!'
const current = page.getByLabelText('Mot de passe actuel', { exact: true })
const password = page.getByLabelText('Nouveau mot de passe', { exact: true })
const submit = page.getByRole('button', { name: 'Changer le mot de passe' })
const summary = page.getByRole('alert')

async function change() {
  await userEvent.fill(current, 'Caducada-Hace-Poco-2026!')
  await userEvent.fill(password, goodPassword)
  await userEvent.click(submit)
}

/** What the next page would say. */
function Said() {
  const confirmation = useConfirmation()
  return <output>{confirmation === null ? 'rien' : JSON.stringify(confirmation)}</output>
}

beforeEach(() => {
  scriptPortal({
    'portal.passwordPolicy': () => ({ ok: true, data: policy }),
    'portal.checkPassword': () => ({ ok: true, data: { failures: [] } }),
    'security.changePassword': () => ({
      ok: true,
      data: { session: signedIn.session, endedSessions: 2 },
    }),
  })
})

test('the change ends other sessions unless one says otherwise, and is confirmed at home', async () => {
  await show(
    <>
      <PasswordChangePage />
      <Said />
    </>,
    passwordDue,
  )
  await expect.element(page.getByText('rien')).toBeInTheDocument()
  await change()
  expect(callsOf('security.changePassword')).toEqual([
    {
      currentPassword: 'Caducada-Hace-Poco-2026!',
      newPassword: goodPassword,
      keepOtherSessions: false,
    },
  ])
  await expect.element(page.getByText(/"endedSessions":2,"on":"\/servnet"/u)).toBeInTheDocument()
})

test('other sessions stay open on request', async () => {
  await show(<PasswordChangePage />, passwordDue)
  await userEvent.click(page.getByRole('checkbox', { name: 'Garder mes autres sessions ouvertes' }))
  await change()
  expect(callsOf('security.changePassword')).toMatchObject([{ keepOtherSessions: true }])
})

test.each([
  ['its field', [{ field: 'currentPassword', code: 'invalid_credentials' }]],
  ['no field', undefined],
])('a wrong current password that names %s is said at the current password', async (_, fields) => {
  answerFromNowOn({
    'security.changePassword': () => ({
      ok: false,
      error: { code: 'invalid_credentials', ...(fields !== undefined && { fields }) },
    }),
  })
  await show(<PasswordChangePage />, passwordDue)
  await change()
  await expect.element(summary).toHaveFocus()
  await expect.element(summary).toMatchTextContent(/Ce mot de passe n’est pas le bon/u)
  await expect.element(current).toHaveAttribute('aria-invalid', 'true')
  await expect.element(password).toHaveValue(goodPassword)
})

test('the rules know the name of the person', async () => {
  await show(<PasswordChangePage />, passwordDue)
  await userEvent.fill(password, 'Álvarez-Violons-1987!')
  const rule = page.getByRole('listitem').filter({ hasText: 'Sans votre prénom ni votre nom' })
  await expect.element(rule).toMatchTextContent(/Non respecté/u)
})

test('the only other way is to sign out', async () => {
  answerFromNowOn({
    'session.signOut': () => ({
      ok: true,
      data: { kind: 'signedOut', username: 'sofia.alvarez', reason: 'signed_out' },
    }),
  })
  await show(<PasswordChangePage />, passwordDue)
  await expect.element(submit).toBeVisible()
  const links = page.getByRole('link').elements()
  expect(links.map((link) => link.getAttribute('href'))).toEqual(['/help'])
  await userEvent.click(page.getByRole('button', { name: 'Déconnexion' }))
  await expect.element(submit).not.toBeInTheDocument()
})

test('the confirmation belongs to the page it is meant for', async () => {
  await show(
    <>
      <PasswordChangePage />
      <Confirmation />
      <Said />
    </>,
    passwordDue,
  )
  await change()
  // The stage is not the home page: nothing is said here, and nothing later elsewhere.
  await expect.element(page.getByText('rien')).toBeInTheDocument()
  await expect.element(page.getByText('Votre mot de passe est changé.')).not.toBeInTheDocument()
})

test.each([
  ['too short', 'kX9$vLq2!p', [], 'Faible'],
  ['too common for the portal', 'Zg7!rTq4#mNw9?', ['too_common'], 'Très faible'],
  ['used before', 'Zg7!rTq4#mNw9?', ['used_before'], 'Faible'],
  ['too common by the rule that both share', 'Motdepasse-2026!', [], 'Très faible'],
  ['accepted', 'Zg7!rTq4#mNw9?', [], 'Excellente'],
] as const)('the meter says no more than the verdict: %s', async (_, typed, codes, word) => {
  answerFromNowOn({
    'portal.checkPassword': () => ({
      ok: true,
      data: { failures: codes.map((code) => ({ code, params: {} })) },
    }),
  })
  await show(<PasswordChangePage />, passwordDue)
  await userEvent.fill(password, typed)
  await expect.element(page.getByText(word, { exact: true })).toBeVisible()
})

test.each([
  ['expired', /^Il est arrivé à expiration\./u, true],
  ['requested', /^Votre personne de contact en a demandé le remplacement\./u, false],
  // An earlier portal does not say why.
  [undefined, /^Choisissez-en un nouveau/u, true],
] as const)('says why it is due, and no other reason (%s)', async (due, said, mayKeepOthers) => {
  const { session } = passwordDue
  if (session.kind !== 'passwordChange') throw new Error('The fixture has a password that is due')
  const user = { ...session.user, ...(due !== undefined && { passwordDue: due }) }
  await show(<PasswordChangePage />, { ...passwordDue, session: { ...session, user } })
  await expect.element(page.getByText(said)).toBeVisible()
  const keepOthers = page.getByRole('checkbox', { name: 'Garder mes autres sessions ouvertes' })
  // Where it was asked for, every other session ends: a choice without effect is not offered.
  expect(keepOthers.elements()).toHaveLength(mayKeepOthers ? 1 : 0)
})
