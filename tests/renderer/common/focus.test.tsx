/** A control that goes, or cannot be pressed any more, hands the keyboard on: never to the page's top. */
import { useState, type ReactNode } from 'react'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { ProfilePage } from '../../../src/renderer/features/identity/profile/profile-page.tsx'
import { keepFocus } from '../../../src/renderer/ui/keep-focus.ts'
import { failure, success } from '../../../src/shared/contract/result.ts'
import { answerFromNowOn, pageOf, scriptPortal, signedIn } from '../support/fake-portal.ts'
import { me, profileOf } from '../support/profile.ts'
import { asked, scriptRecovery, showAt } from '../support/recovery.tsx'
import { show } from '../support/stage.tsx'

beforeEach(async () => {
  await page.viewport(1280, 900)
  scriptPortal({ 'profile.saveDraft': () => success({}) })
  onTestFinished(keepFocus())
})

const button = (name: string | RegExp) => page.getByRole('button', { name })
const focused = () => document.activeElement
const lost = () => focused() === null || focused() === document.body

describe('whatever goes', () => {
  type Gone = 'removed' | 'disabled' | 'hidden' | 'with all around it'

  function Stage({ how, children }: { readonly how: Gone; readonly children?: ReactNode }) {
    const [pressed, setPressed] = useState(false)
    const control = (
      <button
        type="button"
        disabled={pressed && how === 'disabled'}
        hidden={pressed && how === 'hidden'}
        onClick={() => setPressed(true)}
      >
        Press
      </button>
    )
    return (
      <main>
        <h1>Page</h1>
        <section>
          <h2>Section</h2>
          {pressed && children}
          {how === 'with all around it' ? !pressed && <div>{control}</div> : null}
          {how === 'removed' && !pressed && control}
          {(how === 'disabled' || how === 'hidden') && control}
        </section>
      </main>
    )
  }

  test.each(['removed', 'disabled', 'hidden', 'with all around it'] as const)(
    'is followed by the nearest heading: %s',
    async (how) => {
      await show(<Stage how={how} />, signedIn)
      await userEvent.click(button('Press'))
      await expect.element(page.getByRole('heading', { name: 'Section' })).toHaveFocus()
    },
  )

  test('is followed by what says what was done, where something does', async () => {
    await show(
      <Stage how="removed">
        <output data-focus-next>Done</output>
      </Stage>,
      signedIn,
    )
    await userEvent.click(button('Press'))
    await expect.element(page.getByText('Done')).toHaveFocus()
  })

  test('leaves the keyboard where a page puts it itself', async () => {
    await show(
      <Stage how="removed">
        <input aria-label="Next" ref={(field) => field?.focus()} />
      </Stage>,
      signedIn,
    )
    await userEvent.click(button('Press'))
    await expect.element(page.getByLabelText('Next')).toHaveFocus()
  })
})

const event = (id: string) => ({
  id,
  at: '2026-11-23T09:00:00.000Z',
  kind: 'signed_in' as const,
  details: {},
})

describe('in the profile', () => {
  const pending = {
    id: 'e1',
    email: 'new@dedert.example',
    delivery: 'sent',
    codeAgainIn: 0,
    attemptsLeft: 4,
    codeExpiresIn: 600,
    expiresIn: 80_000,
  } as const

  function waiting(codeAgainIn: number) {
    const pendingEmail = { id: 'e1', email: pending.email }
    answerFromNowOn({
      'profile.read': () => success(profileOf({ me: { pendingEmail } })),
      'profile.pendingEmail': () => success({ ...pending, codeAgainIn }),
      'profile.requestEmail': () => success({ ...pending, codeAgainIn: 60 }),
    })
  }

  test('"send a new code" hands the keyboard on', async () => {
    waiting(0)
    await show(<ProfilePage />, signedIn, '/profile/personal')
    await userEvent.click(button('Envoyer un nouveau code'))
    await expect.element(button('Envoyer un nouveau code')).not.toBeInTheDocument()
    await expect.poll(lost).toBe(false)
  })

  test('"change address" hands on to the address, and calling it off to the heading', async () => {
    answerFromNowOn({ 'profile.read': () => success(profileOf({})) })
    await show(<ProfilePage />, signedIn, '/profile/personal')
    await userEvent.click(button('Changer d’adresse'))
    await expect
      .element(page.getByLabelText('Nouvelle adresse e-\u2060mail', { exact: true }))
      .toHaveFocus()
    await userEvent.click(button('Annuler'))
    await expect.poll(lost).toBe(false)
    expect(focused()?.id).toBe('email-title')
  })

  test('the last "more" hands on to the list’s heading', async () => {
    answerFromNowOn({
      'profile.read': () => success(profileOf({})),
      'security.sessions': () => pageOf([]),
      'security.events': ({ cursor }) =>
        cursor === null ? pageOf([event('1')], 'next') : pageOf([event('2')]),
    })
    await show(<ProfilePage />, signedIn, '/profile/security')
    const more = button('Afficher plus d’activité')
    await userEvent.click(more)
    await expect.element(more).not.toBeInTheDocument()
    await expect.poll(() => focused()?.id).toBe('events-title')
  })

  test('"undo" hands on, once there is nothing to undo', async () => {
    answerFromNowOn({ 'profile.read': () => success(profileOf({ me })) })
    await show(<ProfilePage />, signedIn, '/profile/personal')
    await userEvent.fill(page.getByLabelText('Nom', { exact: true }), 'Dumont')
    await userEvent.click(button('Annuler les modifications'))
    await expect.poll(lost).toBe(false)
  })

  test('a retry that has worked hands on', async () => {
    answerFromNowOn({ 'profile.read': () => failure({ code: 'network_offline' }) })
    await show(<ProfilePage />, signedIn, '/profile')
    const retry = button('Réessayer')
    await expect.element(retry).toBeVisible()
    answerFromNowOn({ 'profile.read': () => success(profileOf({})) })
    await userEvent.click(retry)
    await expect.element(retry).not.toBeInTheDocument()
    await expect.poll(lost).toBe(false)
  })
})

test('in a recovery, "send a new code" hands the keyboard on', async () => {
  scriptRecovery()
  await showAt({ ...asked, codeAgainIn: 0 })
  answerFromNowOn({ 'recovery.sendCode': () => success({ ...asked, codeAgainIn: 60 }) })
  await userEvent.click(button('Envoyer un nouveau code'))
  await expect.element(button('Envoyer un nouveau code')).not.toBeInTheDocument()
  await expect.poll(lost).toBe(false)
})
