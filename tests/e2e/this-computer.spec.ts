/** Troubles of this computer: each is told once, with what to do, and none stops the work. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { startLockedKeychain, startRefusingKeychain, withoutBus } from './support/keychain-buses.ts'
import {
  alertWith,
  chooseService,
  completeEnrolment,
  enrolment,
  fillPersonalData,
  fillSecurity,
  home,
  newcomer,
  personalDataForm,
  regular,
  securityForm,
  signIn,
  signInForm,
} from './support/flows.ts'
import { keychainObstacle } from './support/keychain.ts'
import { mountSmallDisk } from './support/small-disk.ts'
import { expect, test } from './support/test.ts'
import type { Say, TextKey } from './support/texts.ts'

type Trouble = 'keychain_absent' | 'keychain_locked' | 'keychain_refused' | 'disk_full'

/** The notice of `code`, with its sentence and its next step. */
function notice(page: Page, say: Say, code: Trouble | 'already_running' | 'deep_link_invalid') {
  const message: TextKey = `errors:${code}.message`
  const next: TextKey = `errors:${code}.next`
  return page
    .getByRole('status')
    .filter({ hasText: say(message) })
    .filter({ hasText: say(next) })
}

/** Signing in and working go on, but only as long as the app runs. */
async function expectMemoryOnly(page: Page, say: Say, profile: string): Promise<void> {
  await expect(signInForm(page, say).staySignedIn).toBeDisabled()
  await expect(page.getByText(say('signIn:staySignedInUnavailable'))).toBeVisible()
  await signIn(page, say, regular.fr)
  await expect(home(page, say).banner).toBeVisible()
  const files = readdirSync(profile, { recursive: true, encoding: 'utf8' })
  expect(files.filter((file) => file.includes('.store'))).toEqual([])
  const own = files.filter((file) => /\.(json|log)$/u.test(file) && !file.startsWith('chromium'))
  for (const file of own) {
    expect(readFileSync(path.join(profile, file), 'utf8')).not.toContain(regular.fr.username)
  }
}

test.describe('the keychain', () => {
  test.skip(process.platform !== 'linux', 'Linux’s Secret Service can be put in trouble, only it')

  test('absent: told once, and nothing is kept', async ({ launch, profile, say }) => {
    const first = await launch({ env: withoutBus })
    await expect(notice(first.page, say, 'keychain_absent')).toBeVisible()
    await chooseService(first.page, say, 'servnet')
    await expectMemoryOnly(first.page, say, profile)
    await first.close()
    const { page } = await launch({ env: withoutBus })
    await expect(signInForm(page, say).username).toHaveValue('')
  })

  test('locked: told once, and the work goes on', async ({
    launch,
    profile,
    folder,
    stack,
    say,
  }) => {
    const env = await startLockedKeychain(folder, stack)
    const { page } = await launch({ env })
    await chooseService(page, say, 'servnet')
    await signIn(page, say, regular.fr)
    await expect(home(page, say).banner).toBeVisible()
    await expect(notice(page, say, 'keychain_locked')).toHaveCount(1)
    const files = readdirSync(profile, { recursive: true, encoding: 'utf8' })
    expect(files.filter((file) => file.includes('.store'))).toEqual([])
  })

  test('refusing: told once, and nothing is kept', async ({ launch, profile, stack, say }) => {
    const env = await startRefusingKeychain(stack)
    const { page } = await launch({ env })
    await expect(notice(page, say, 'keychain_refused')).toBeVisible()
    await chooseService(page, say, 'servnet')
    await expectMemoryOnly(page, say, profile)
  })

  test('absent in the middle of enrolment: it can be completed all the same', async ({
    launch,
    say,
  }) => {
    const { page } = await launch({ env: withoutBus })
    await chooseService(page, say, 'servnet')
    await signIn(page, say, newcomer)
    await expect(page.getByText(say('enrolment:notKept'))).toBeVisible()
    await completeEnrolment(page, say, enrolment)
    await expect(home(page, say).banner).toBeVisible()
  })
})

test('a full disk: what is typed stays on the screen and reaches the portal', async ({
  launch,
  folder,
  stack,
  say,
}) => {
  test.skip(keychainObstacle() !== null, 'without a keychain nothing is written')
  const disk = await mountSmallDisk(folder, stack)
  test.skip(disk === null, 'one may not mount a small disk here')
  if (disk === null) return

  const { page } = await launch({ profile: disk.profile })
  await chooseService(page, say, 'servnet')
  await signIn(page, say, newcomer)
  await securityForm(page, say).heading.waitFor()
  disk.fill()
  await fillSecurity(page, say, enrolment)
  await securityForm(page, say).answer(3).blur()
  await expect(notice(page, say, 'disk_full')).toHaveCount(1)
  await expect(securityForm(page, say).newPassword).toHaveValue(enrolment.newPassword)
  await securityForm(page, say).next.click()

  await personalDataForm(page, say).heading.waitFor()
  await fillPersonalData(page, say, enrolment)
  await personalDataForm(page, say).next.click()
  await expect(home(page, say).banner).toBeVisible()
})

test('a second start: the window that is there comes forward and says so', async ({
  launch,
  say,
}) => {
  const { page } = await launch()
  await chooseService(page, say, 'servnet')
  await signInForm(page, say).username.fill('marie')
  await expect(launch()).rejects.toThrow()
  await expect(notice(page, say, 'already_running')).toBeVisible()
  await expect(signInForm(page, say).username).toHaveValue('marie')
})

const links = [
  'atradius-services-online://open/nowhere',
  'atradius-services-online://open/servnet?next=https://example.org/',
  'ATRADIUS-SERVICES-ONLINE:%00',
  'atradius-services-online://open/../../etc/passwd',
]
for (const link of links) {
  test(`a link that leads nowhere: ${link}`, async ({ launch, say }) => {
    const { page } = await launch({ args: ['--', link] })
    await expect(notice(page, say, 'deep_link_invalid')).toBeVisible()
    await chooseService(page, say, 'servnet')
  })
}

test('a link that starts the app leads to the sign-in of its service', async ({ launch, say }) => {
  const { page } = await launch({ args: ['--', 'atradius-services-online://open/insights'] })
  await expect(page.getByText(say('services:insights.signIn'))).toBeVisible()
})

test('a link to a page leads there once one has signed in', async ({ launch, say }) => {
  const { page } = await launch({
    args: ['--', 'atradius-services-online://open/servnet/limits?status=accepted'],
  })
  await signIn(page, say, regular.fr)
  await expect(
    page.getByRole('heading', { level: 1, name: say('products:nav.limits') }),
  ).toBeVisible()
  await expect(page).toHaveURL(/\/servnet\/limits\?status=accepted$/u)
})

test('a link to a service chooses it, also in the app that runs', async ({ launch, say }) => {
  const chosen = (service: 'insights' | 'collectnet') => say(`services:${service}.signIn`)
  const first = await launch()
  await chooseService(first.page, say, 'insights')
  await expect(first.page.getByText(chosen('insights'))).toBeVisible()
  await signInForm(first.page, say).username.fill('marie')
  await expect(
    launch({ args: ['--', 'atradius-services-online://open/collectnet'] }),
  ).rejects.toThrow()
  await expect(first.page.getByText(chosen('collectnet'))).toBeVisible()
  await expect(signInForm(first.page, say).username).toHaveValue('marie')
})

for (const [what, content] of [
  ['no JSON', '{ "portalUrl": "https://'],
  ['an address without TLS', '{ "portalUrl": "http://portal.example/" }'],
  ['a setting that nobody knows', '{ "portalUrl": "https://portal.example/", "debug": true }'],
] as const) {
  test(`a configuration file with ${what}: no portal is called`, async ({
    launch,
    folder,
    say,
  }) => {
    const file = path.join(folder, 'config.json')
    writeFileSync(file, content)
    const env = { SERVICES_ONLINE_CONFIG: file }
    const { page } = await launch({ portalUrl: null, env })
    const sentences = [
      say('errors:configuration_invalid.message'),
      say('errors:configuration_invalid.next', { path: file }),
    ]
    await expect(alertWith(page, ...sentences)).toBeVisible()
    await chooseService(page, say, 'servnet')
    await signIn(page, say, regular.fr)
    await expect(
      page
        .getByRole('main')
        .getByText(sentences[0] ?? '')
        .last(),
    ).toBeVisible()
    await expect(signInForm(page, say).password).toHaveValue(regular.fr.password)
  })
}
