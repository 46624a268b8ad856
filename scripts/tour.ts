/**
 * The tour: a newcomer's first sign-in on a fresh machine, their profile, and the day they have
 * forgotten the password; performed by itself with the real portal and the real keychain, and a
 * picture of each screen.
 */
import { randomUUID } from 'node:crypto'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import type { Page } from 'playwright-core'
import type { Language } from '../src/shared/portal/common.ts'
import { securityQuestionIds } from '../src/shared/portal/security-questions.ts'
import { launchApp } from '../tests/e2e/support/app.ts'
import type { RunningApp } from '../tests/e2e/support/app.ts'
import {
  chooseService,
  enrolment,
  fillPersonalData,
  fillSecurity,
  home,
  newcomer,
  personalDataForm,
  securityForm,
  signIn,
  signInForm,
  signOut,
  wired,
} from '../tests/e2e/support/flows.ts'
import {
  openProfile,
  openSection,
  preferencesForm,
  profilePage,
} from '../tests/e2e/support/profile-flows.ts'
import {
  beginRecovery,
  choosePassword,
  fillAnswers,
  forgetPassword,
  recoveryForm,
} from '../tests/e2e/support/recovery-flows.ts'
import { loadTexts } from '../tests/e2e/support/texts.ts'
import type { Say } from '../tests/e2e/support/texts.ts'
import { Failure } from './lib/failure.mjs'
import { newestCode } from './lib/mail-folder.ts'
import { freePort, portalLog, startPortal } from './lib/portal-process.ts'
import { startPrivateKeychain } from './lib/secret-service.ts'
import { formatDuration, step } from './lib/steps.ts'

export type TourOptions = {
  /** Where the pictures go. */
  readonly folder: string
  readonly language: Language
  readonly dark: boolean
  /** Variables that the app needs: the display to draw on, the browser to draw with. */
  readonly environment: Readonly<Record<string, string>>
}

type Tour = {
  readonly say: Say
  /** Where the portal keeps its data, and its messages as files. */
  readonly portalFolder: string
  readonly launch: () => Promise<RunningApp>
  /** Performs one step, says how long it took, and leaves the picture. */
  readonly show: (name: string, page: Page, act: () => Promise<void>) => Promise<void>
}

/** CSS pixels of a picture, higher where the page is; drawn for high-resolution screens. */
const view = { width: 1280, height: 840, deviceScaleFactor: 2 }

/** Runs in the page. What is still loading moves without end. */
const atRest = () =>
  document.fonts.status === 'loaded' &&
  document.getAnimations().every(({ playState }) => playState !== 'running')

/** Resolves once fonts have loaded and nothing on the page moves. */
async function settled(page: Page): Promise<void> {
  await page.waitForFunction(atRest)
  // The end of one movement may have started another, which shows two frames later.
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
  )
  await page.waitForFunction(atRest)
}

/** Leaves a picture of the whole page, as a window of its height would show it. */
async function takePicture(page: Page, path: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  const resize = (height: number) =>
    devtools.send('Emulation.setDeviceMetricsOverride', { ...view, height, mobile: false })
  await devtools.send('Emulation.setScrollbarsHidden', { hidden: true })
  await resize(view.height)
  await settled(page)
  // Away from whatever lies below the pointer, which would look as if it were chosen.
  await page.mouse.move(0, 0)
  const height = await page.evaluate(() => {
    scrollTo(0, 0)
    return document.documentElement.scrollHeight
  })
  await resize(height)
  await settled(page)
  const { data } = await devtools.send('Page.captureScreenshot', { format: 'png' })
  writeFileSync(path, data, 'base64')
  // The window has its own size again.
  await devtools.detach()
}

function createShow(folder: string, portalFolder: string): Tour['show'] {
  let number = 0
  return async (name, page, act) => {
    number += 1
    const file = `${String(number).padStart(2, '0')}-${name}.png`
    const startedAt = performance.now()
    try {
      await act()
    } catch (error) {
      const picture = join(folder, `failed-at-${file}`)
      await page.screenshot({ path: picture }).catch(() => {})
      const log = join(folder, 'portal.log')
      copyFileSync(portalLog(portalFolder), log)
      const why = error instanceof Error ? error.message : String(error)
      throw new Failure(
        `The tour stopped before ${file}: ${stripVTControlCharacters(why)}`,
        `What the app showed then is in ${picture}, what the portal said in ${log}.`,
      )
    }
    const time = formatDuration(performance.now() - startedAt)
    await takePicture(page, join(folder, file))
    console.log(`  ${file.padEnd(34)} ${time}`)
  }
}

async function homeShown(page: Page, say: Say): Promise<void> {
  await home(page, say).banner.waitFor()
  await home(page, say).alerts.waitFor()
}

/** The questions that the newcomer's answers belong to. */
const chosenQuestions = [
  [securityQuestionIds[0], enrolment.answers[0]],
  [securityQuestionIds[1], enrolment.answers[1]],
  [securityQuestionIds[2], enrolment.answers[2]],
] as const

/** The questions that the answers belong to, for whoever looks at the picture. */
async function chooseFittingQuestions(page: Page, say: Say): Promise<void> {
  const { question } = securityForm(page, say)
  await question(2).selectOption(securityQuestionIds[1])
  await question(3).selectOption(securityQuestionIds[2])
}

async function signInForTheFirstTime({ say, show, launch }: Tour): Promise<void> {
  const startedAt = performance.now()
  const app = await launch()
  const { page } = app
  await show('services', page, () => wired(page))
  console.log(`    (from start to first screen: ${formatDuration(performance.now() - startedAt)})`)
  await show('sign-in', page, () => chooseService(page, say, 'servnet'))
  await show('enrolment-security', page, async () => {
    await signIn(page, say, newcomer)
    await securityForm(page, say).heading.waitFor()
    await fillSecurity(page, say, enrolment)
    await chooseFittingQuestions(page, say)
  })
  await show('enrolment-personal-data', page, async () => {
    await securityForm(page, say).next.click()
    await personalDataForm(page, say).heading.waitFor()
    await fillPersonalData(page, say, enrolment)
  })
  await show('home', page, async () => {
    await personalDataForm(page, say).next.click()
    await homeShown(page, say)
  })
  await app.close()
}

async function lookAtProfile({ say, show }: Tour, page: Page): Promise<void> {
  await show('profile-preferences', page, async () => {
    await openProfile(page, say)
    await preferencesForm(page, say).startPage.selectOption('buyers')
    await profilePage(page, say).save.click()
    await profilePage(page, say).saved.waitFor()
  })
  await show('profile-personal-data', page, () => openSection(page, say, 'personal'))
  await show('profile-security', page, async () => {
    await openSection(page, say, 'security')
    await page.getByText(say('profile:sessions.thisDevice')).waitFor()
    await page.getByText(say('profile:events.signed_in')).first().waitFor()
  })
}

async function comeBack(tour: Tour): Promise<void> {
  const { say, show, launch } = tour
  const app = await launch()
  const { page } = app
  await show('still-signed-in', page, () => homeShown(page, say))
  await lookAtProfile(tour, page)
  await signOut(page, say)
  await app.close()
}

async function recover({ say, show, launch, portalFolder }: Tour): Promise<void> {
  const app = await launch()
  const { page } = app
  const { username } = newcomer
  const newPassword = 'Onze-Cerises-Mauves-1962!'
  const form = recoveryForm(page, say)
  await show('recovery-username', page, async () => {
    await signInForm(page, say).username.fill(username)
    await forgetPassword(page, say)
    await form.heading('username').waitFor()
  })
  await show('recovery-answers', page, async () => {
    await beginRecovery(page, say, username)
    const code = await newestCode(portalFolder)
    await fillAnswers(page, say, chosenQuestions, `${code.slice(0, 3)} ${code.slice(3)}`)
  })
  await show('recovery-password', page, async () => {
    await form.next.click()
    await form.heading('password').waitFor()
    await form.newPassword.fill(newPassword)
    await form.again.fill(newPassword)
    // The portal has a rule of its own to check.
    await page.getByText(say('passwords:complete')).waitFor({ state: 'attached' })
  })
  await show('recovery-done', page, () => choosePassword(page, say, newPassword))
  await show('signed-in-again', page, async () => {
    await form.toSignIn.click()
    await signInForm(page, say).password.fill(newPassword)
    await signInForm(page, say).password.press('Enter')
    await homeShown(page, say)
  })
  // So that nothing of the tour stays in the keychain, where that is the system's own.
  await signOut(page, say)
  await app.close()
}

/**
 * Plays the tour on a fresh profile, fresh portal data and (on Linux) a fresh keyring; all of it
 * ends with `stack`, only the pictures stay.
 * @throws {Failure} naming the picture of where it stopped
 */
export async function playTour(options: TourOptions, stack: AsyncDisposableStack): Promise<void> {
  const { language, dark, environment } = options
  const folder = resolve(options.folder)
  mkdirSync(folder, { recursive: true })
  const temporary = mkdtempSync(join(tmpdir(), 'services-online-tour-'))
  stack.defer(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 10 }))
  const keychain =
    process.platform === 'linux'
      ? await startPrivateKeychain(join(temporary, 'keyring'), stack)
      : {}
  const portalFolder = join(temporary, 'portal')
  const portalUrl = await step(
    (url) => `Portal with fresh demo data at ${url}`,
    async () => startPortal({ folder: portalFolder, port: await freePort() }, stack),
  )
  // The same name at both starts: it is the same person at the same computer.
  const keychainName = `Atradius Services Online (tour ${randomUUID()})`
  const launch = async () => {
    const app = await launchApp({
      profile: join(temporary, 'profile'),
      portalUrl,
      keychain: keychainName,
      language,
      colorScheme: dark ? 'dark' : 'light',
      headless: false,
      env: { ...environment, ...keychain },
    })
    stack.defer(app.kill)
    return app
  }
  const show = createShow(folder, portalFolder)
  const tour = { say: await loadTexts(language), portalFolder, launch, show }
  console.log(`The tour: ${newcomer.username} signs in for the first time, and forgets a password.`)
  const startedAt = performance.now()
  await signInForTheFirstTime(tour)
  await comeBack(tour)
  await recover(tour)
  console.log(`✓ Tour done (${formatDuration(performance.now() - startedAt)}); see ${folder}`)
}
