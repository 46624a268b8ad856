import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ForgottenUsernamePage } from '../../../../src/renderer/features/identity/recovery/forgotten-username-page.tsx'
import { RecoveryPage } from '../../../../src/renderer/features/identity/recovery/recovery-page.tsx'
import { SignInPage } from '../../../../src/renderer/features/identity/sign-in/sign-in-page.tsx'
import { redirectFor } from '../../../../src/renderer/common/navigation/navigation.ts'
import { failure, success } from '../../../../src/shared/contract/result.ts'
import type { Meta } from '../../../../src/shared/contract/portal/meta.ts'
import { answerFromNowOn, callsOf, scriptPortal, signedOut } from '../../support/fake-portal.ts'
import { show, visited } from '../../support/stage.tsx'

const meta: Meta = {
  name: 'Portail',
  version: '1',
  languages: ['fr'],
  services: [],
  contact: {
    company: 'Atradius Credit Insurance NV',
    addressLines: ['5100 Namur'],
    phone: '081 32 42 11',
    email: 'info.be@atradius.com',
    website: 'https://www.atradius.be',
  },
  policy: { password: 'classic', recoveryCode: true, recoveryQuestions: true },
  offlineLeaseHours: 72,
  ratingBands: [],
}

beforeEach(() => {
  scriptPortal({
    'portal.meta': () => success(meta),
    'app.setLanguage': () => success({}),
    'app.openExternal': () => success({}),
    'recovery.read': () => success({ step: 'username', username: null }),
  })
})

test.each([
  ['signing in', <SignInPage key="sign-in" />],
  ['recovering a password', <RecoveryPage key="recovery" />],
])('is reached from %s', async (_, from) => {
  await show(from, signedOut)
  await userEvent.click(page.getByRole('link', { name: /Nom d’utilisateur oublié/u }))
  expect(visited.at(-1)).toBe('/forgotten-username')
  expect(redirectFor(signedOut.session, null, '/forgotten-username')).toBeNull()
})

test('says where the name stands and whom to ask, and asks the portal about nobody', async () => {
  await show(<ForgottenUsernamePage />, signedOut)
  await expect.element(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect.element(page.getByRole('listitem').nth(2)).toBeVisible()
  await userEvent.click(page.getByRole('link', { name: meta.contact.phone }))
  expect(callsOf('app.openExternal')).toMatchObject([{ link: 'phone' }])
  await expect.element(page.getByText(meta.contact.email)).toBeVisible()
  expect(callsOf('recovery.start')).toEqual([])
  await userEvent.click(page.getByRole('link', { name: 'Retour à la connexion' }))
  expect(visited.at(-1)).toBe('/sign-in')
})

test('still says where the name stands while the portal is away, and tries again', async () => {
  answerFromNowOn({ 'portal.meta': () => failure({ code: 'portal_unreachable' }) })
  await show(<ForgottenUsernamePage />, signedOut)
  await expect.element(page.getByRole('listitem').nth(2)).toBeVisible()
  const again = page.getByRole('button', { name: 'Réessayer' })
  await expect.element(again).toBeVisible()
  answerFromNowOn({ 'portal.meta': () => success(meta) })
  await userEvent.click(again)
  await expect.element(page.getByText(meta.contact.phone)).toBeVisible()
})
