/**
 * Whatever goes wrong, in whichever language, both fields, what is said about them and the button are
 * on screen together, in a window of 1180 by 760 and in the smallest one.
 */
import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { errorCodes } from '../../src/shared/contract/error-codes.ts'
import { failure, success } from '../../src/shared/contract/result.ts'
import { errors as de } from '../../src/shared/i18n/de/errors.ts'
import { errors as en } from '../../src/shared/i18n/en/errors.ts'
import { errors as es } from '../../src/shared/i18n/es/errors.ts'
import { errors as fr } from '../../src/shared/i18n/fr/errors.ts'
import { errors as italian } from '../../src/shared/i18n/it/errors.ts'
import { errors as nl } from '../../src/shared/i18n/nl/errors.ts'
import { languages } from '../../src/shared/languages.ts'
import { freshState } from './support/fake-portal.ts'
import { builtPages } from './support/open-page.ts'

const { open } = builtPages()
const errors = { fr, nl, en, de, es, it: italian } as const

const sizes = [
  { width: 1180, height: 760 },
  { width: 800, height: 600 },
] as const

declare global {
  // oxlint-disable-next-line typescript/consistent-type-definitions -- the DOM's own type is merged
  interface Window {
    /** What of the form would have to be scrolled to, or lies under something else. */
    outOfSight: () => string[]
  }
}

/** Runs in the page before its own scripts. */
function installSight(): void {
  const parts = ['[role=alert]', '#username', '#password', 'main button[type=submit]']
  window.outOfSight = () =>
    parts.filter((selector) => {
      const element = document.querySelector(selector)
      if (element === null) return false
      const { left, right, top, bottom } = element.getBoundingClientRect()
      if (top < 0 || bottom > window.innerHeight) return true
      const middle = (left + right) / 2
      return [top + 2, bottom - 2].some(
        (y) => !element.contains(document.elementFromPoint(middle, y)),
      )
    })
}

type Try = { readonly code: string; readonly answer: unknown; readonly message: string }

/**
 * Signs in once for each answer, and tells after which of them something is out of sight. Runs in the
 * page, all at once: the way there and back takes longer than a try.
 */
async function outOfSightAfter(tries: readonly Try[]): Promise<string[]> {
  const found: string[] = []
  for (const { code, answer, message } of tries) {
    window.answerPortal('session.signIn', answer)
    document.querySelector('form')?.requestSubmit()
    const isSaid = () => document.querySelector('[role=alert]')?.textContent.includes(message)
    // oxlint-disable-next-line no-await-in-loop -- one person, one form: one try after the other
    while (!isSaid()) await new Promise((done) => setTimeout(done))
    found.push(...window.outOfSight().map((part) => `${part} after ${code}`))
  }
  return found
}

async function openFor(language: (typeof languages)[number], username: string | null) {
  const session = { kind: 'signedOut', username, reason: 'session_ended' } as const
  const { page } = await open('/sign-in', {
    language,
    context: { viewport: sizes[0], reducedMotion: 'reduce' },
    prepare: (opened) => opened.addInitScript(installSight),
    answers: { 'app.state': success({ ...freshState, language, session, service: 'insights' }) },
  })
  await page.locator('#password').waitFor()
  return page
}

async function outOfSightAtEachSize(page: Page): Promise<readonly string[]> {
  const found: string[] = []
  for (const size of sizes) {
    // oxlint-disable no-await-in-loop -- one window, one size after the other
    await page.setViewportSize(size)
    const parts = await page.evaluate(() => window.outOfSight())
    found.push(...parts.map((part) => `${part} at ${size.width} × ${size.height}`))
    // oxlint-enable no-await-in-loop
  }
  return found
}

describe.each(languages)('in %s', (language) => {
  it('the form is on screen for whoever was here before', async () => {
    const page = await openFor(language, 'marie.lambert')
    expect(await outOfSightAtEachSize(page)).toEqual([])
  })

  it.each([null, 'marie.lambert'])(
    'what is missing, both fields and the button are on screen (remembered: %s)',
    async (username) => {
      const page = await openFor(language, username)
      await page.locator('main button[type=submit]').click()
      await page.getByRole('alert').waitFor()
      expect(await outOfSightAtEachSize(page)).toEqual([])
    },
  )

  it.each(sizes)('every error, both fields and the button are on screen: $width', async (size) => {
    const page = await openFor(language, null)
    await page.setViewportSize(size)
    await page.locator('#username').fill('marie.lambert')
    await page.locator('#password').fill('pas le bon')
    // What asks for patience holds back the next try, and so comes last.
    const codes = errorCodes.filter((code) => code !== 'too_many_attempts')
    const tries = [...codes, 'too_many_attempts' as const].map((code) => ({
      code,
      answer: failure({ code, params: { path: '/etc/atradius-services-online/config.json' } }),
      // Up to where something is filled in.
      message: errors[language][code].message.split('{{')[0] ?? '',
    }))
    expect(await page.evaluate(outOfSightAfter, tries)).toEqual([])
  })
})
