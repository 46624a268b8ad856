/**
 * The tour: a newcomer's first sign-in on a fresh machine, their portfolio and an application, their
 * profile, a day without the portal, and the day they have forgotten the password; performed by
 * itself with the real portal and the real keychain, and a picture of each screen.
 */
import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'playwright-core'
import type { Language } from '../src/shared/languages.ts'
import { securityQuestionIds } from '../src/shared/contract/identity/security-questions.ts'
import { launchApp, type AppOptions, type RunningApp } from '../tests/e2e/support/app.ts'
import { ledgerText } from '../tests/e2e/support/exposure-flows.ts'
import {
  chooseService,
  confirmEmail,
  emailReminder,
  enrolment,
  fillPersonalData,
  fillSecurity,
  home,
  newcomer,
  personalDataForm,
  pressHome,
  securityForm,
  signIn,
  signInForm,
  signOut,
  wired,
} from '../tests/e2e/support/flows.ts'
import { signInElsewhere, trySignIn } from '../tests/e2e/support/other-device.ts'
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
import { newestCode } from './lib/mail-folder.ts'
import { createShow } from './lib/pictures.ts'
import type { Show } from './lib/pictures.ts'
import { freePort, portalLog } from './lib/portal-process.ts'
import { startPrivateKeychain } from './lib/secret-service.ts'
import { formatDuration, step } from './lib/steps.ts'
import { stoppablePortal, workOffline } from './lib/tour-offline.ts'
import type { StoppablePortal } from './lib/tour-offline.ts'
import { lookAtWork } from './lib/tour-work.ts'
import { lookAtPortfolio } from './lib/tour-portfolio.ts'

export type TourOptions = {
  /** Where the pictures go. */
  readonly folder: string
  readonly language: Language
  readonly dark: boolean
  /** Of the pictures, in CSS pixels. */
  readonly width: number
  /** Variables that the app needs: the display to draw on, the browser to draw with. */
  readonly environment: Readonly<Record<string, string>>
}

type Tour = {
  readonly say: Say
  readonly language: Language
  readonly portalUrl: string
  readonly portal: StoppablePortal
  /** Where the portal keeps its data, and its messages as files. */
  readonly portalFolder: string
  readonly launch: (options?: Pick<AppOptions, 'chosenFiles'>) => Promise<RunningApp>
  readonly show: Show
}

async function homeShown(page: Page, say: Say): Promise<void> {
  await home(page, say).banner.waitFor()
  await home(page, say).alerts.waitFor()
}

/** From the second time on: the form to apply, as long as the profile names nothing else. */
async function firstPageShown(page: Page, say: Say): Promise<void> {
  await page.getByRole('heading', { level: 1, name: say('apply:title') }).waitFor()
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

/** The newcomer's profile is French: what is chosen counts more, and only a change is a choice. */
async function chooseLanguage(page: Page, language: Language): Promise<void> {
  const chooser = page.getByRole('combobox').first()
  await chooser.selectOption('fr')
  await page.locator('html[lang=fr]').waitFor()
  await chooser.selectOption(language)
  await page.locator(`html[lang=${language}]`).waitFor()
}

async function signInForTheFirstTime(tour: Tour): Promise<void> {
  const { say, language, show, launch, portalFolder } = tour
  const startedAt = performance.now()
  const app = await launch()
  const { page } = app
  await show('services', page, async () => {
    await wired(page)
    await chooseLanguage(page, language)
  })
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
  await show('home-email-code', page, async () => {
    await personalDataForm(page, say).next.click()
    await homeShown(page, say)
    await emailReminder(page, say).code.waitFor()
  })
  await show('home', page, async () => {
    const code = await newestCode(portalFolder, 'email_change_code')
    await confirmEmail(page, say, { email: enrolment.email, code })
  })
  await app.close()
}

async function lookAtProfile({ say, language, portalUrl, show }: Tour, page: Page): Promise<void> {
  const belgium = new Intl.DisplayNames(language, { type: 'region' }).of('BE') ?? ''
  await show('profile-preferences', page, async () => {
    await openProfile(page, say)
    await preferencesForm(page, say).country.fill(belgium)
    await page.getByRole('option', { name: belgium, exact: true }).click()
    await profilePage(page, say).save.click()
    await profilePage(page, say).saved.waitFor()
  })
  await show('profile-personal-data', page, () => openSection(page, say, 'personal'))
  const { username } = newcomer
  const { newPassword: password } = enrolment
  await trySignIn(portalUrl, { username, password: newcomer.password }, 'PC-RECEPTION')
  await signInElsewhere(portalUrl, { username, password }, 'MacBook-Claire')
  await show('profile-security', page, async () => {
    await openSection(page, say, 'security')
    await page.getByText(say('profile:sessions.thisDevice')).waitFor()
    await page.getByText(say('profile:events.signed_in')).first().waitFor()
  })
}

/** What Serv@Net tells, and what Insights has. */
async function lookAround(tour: Tour, page: Page): Promise<void> {
  const { say, show } = tour
  const menu = home(page, say).menu
  await show('alert', page, async () => {
    await page
      .getByRole('region', { name: say('servnet:alerts.title') })
      .getByRole('link')
      .first()
      .click()
    await page.getByText(say('alerts:facts.reported'), { exact: true }).waitFor()
  })
  await show('all-alerts', page, async () => {
    await pressHome(page, say)
    await page.getByRole('link', { name: say('servnet:alerts.all') }).click()
    await page.getByRole('heading', { level: 1, name: say('alerts:title') }).waitFor()
  })
  await show('your-services', page, async () => {
    await menu.getByRole('link', { name: say('servnet:menu.services') }).click()
    await page.getByRole('heading', { level: 1, name: say('services:yours.title') }).waitFor()
  })
  await lookAtPortfolio(tour, page)
  await pressHome(page, say)
  await homeShown(page, say)
}

async function comeBack(tour: Tour): Promise<void> {
  const { say, show, launch } = tour
  const app = await launch()
  const { page } = app
  await show('still-signed-in', page, () => firstPageShown(page, say))
  await pressHome(page, say)
  await homeShown(page, say)
  await lookAround(tour, page)
  await lookAtProfile(tour, page)
  await app.kill()
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
    const code = await newestCode(portalFolder, 'recovery_code')
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
    await firstPageShown(page, say)
  })
  // So that nothing of the tour stays in the keychain, where that is the system's own.
  await signOut(page, say)
  await app.close()
}

/** A day of those who have more services. @param ledger where their ledger lies */
async function work({ say, show, launch }: Tour, ledger: string): Promise<void> {
  writeFileSync(ledger, ledgerText(new Date()))
  const app = await launch({ chosenFiles: [ledger] })
  await lookAtWork({ say, show }, app.page)
  await app.close()
}

/**
 * Plays the tour on a fresh profile, fresh portal data and (on Linux) a fresh keyring; all of it
 * ends with `stack`, only the pictures stay.
 * @throws {Failure} naming the picture of where it stopped
 */
export async function playTour(options: TourOptions, stack: AsyncDisposableStack): Promise<void> {
  const { language, dark, width, environment } = options
  const folder = resolve(options.folder)
  mkdirSync(folder, { recursive: true })
  const temporary = mkdtempSync(join(tmpdir(), 'services-online-tour-'))
  stack.defer(() => rmSync(temporary, { recursive: true, force: true, maxRetries: 10 }))
  const keychain =
    process.platform === 'linux'
      ? await startPrivateKeychain(join(temporary, 'keyring'), stack)
      : {}
  const portalFolder = join(temporary, 'portal')
  const port = await freePort(0)
  const portal = stoppablePortal({ folder: portalFolder, port }, stack)
  const portalUrl = await step((url) => `Portal with fresh demo data at ${url}`, portal.start)
  // The same name at both starts: it is the same person at the same computer.
  const keychainName = `Atradius Services Online (tour ${randomUUID()})`
  const launch: Tour['launch'] = async (own = {}) => {
    const app = await launchApp({
      ...own,
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
  const show = createShow(folder, portalLog(portalFolder), width)
  const say = await loadTexts(language)
  const tour = { say, language, portalUrl, portal, portalFolder, launch, show }
  console.log(`The tour: ${newcomer.username} signs in for the first time, and forgets a password.`)
  const startedAt = performance.now()
  await signInForTheFirstTime(tour)
  await comeBack(tour)
  await workOffline(tour)
  await recover(tour)
  await work(tour, join(temporary, 'ledger.csv'))
  console.log(`✓ Tour done (${formatDuration(performance.now() - startedAt)}); see ${folder}`)
}
