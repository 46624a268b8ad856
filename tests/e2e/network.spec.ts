/** What stands between this computer and the portal: each trouble has its own words. */
import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import path from 'node:path'
import { alertWith, chooseService, home, regular, signIn, signInForm } from './support/flows.ts'
import type { Fault } from './support/faulty-portal.ts'
import { expect, test } from './support/test.ts'
import type { TextKey } from './support/texts.ts'

type Sentences = { readonly message: TextKey; readonly next: TextKey }

const faults: readonly (readonly [Fault, Sentences])[] = [
  ['silent', { message: 'errors:portal_timeout.message', next: 'errors:portal_timeout.next' }],
  [
    'html',
    { message: 'errors:portal_answer_invalid.message', next: 'errors:portal_answer_invalid.next' },
  ],
  [
    'nonsense',
    { message: 'errors:portal_answer_invalid.message', next: 'errors:portal_answer_invalid.next' },
  ],
  ['unavailable', { message: 'errors:unavailable.message', next: 'errors:unavailable.next' }],
]

for (const [fault, { message, next }] of faults) {
  test(`a portal that answers "${fault}"`, async ({ launch, faulty, say }) => {
    const { page } = await launch({ portalUrl: faulty.url })
    await chooseService(page, say, 'servnet')
    faulty.set(fault)
    await signIn(page, say, regular.fr)
    await expect(alertWith(page, say(message), say(next))).toBeFocused({ timeout: 60_000 })
    const form = signInForm(page, say)
    await expect(form.username).toHaveValue(regular.fr.username)
    await expect(form.password).toHaveValue(regular.fr.password)

    faulty.set('none')
    await form.submit.click()
    await expect(home(page, say).banner).toBeVisible()
  })
}

test('a portal that nobody answers for', async ({ launch, faulty, say }) => {
  const { page } = await launch({ portalUrl: faulty.url })
  await chooseService(page, say, 'servnet')
  await faulty.shut()
  await signIn(page, say, regular.fr)
  await expect(
    alertWith(
      page,
      say('errors:portal_unreachable.message'),
      say('errors:portal_unreachable.next'),
    ),
  ).toBeFocused()
  await expect(signInForm(page, say).password).toHaveValue(regular.fr.password)

  await faulty.open()
  await signInForm(page, say).submit.click()
  await expect(home(page, say).banner).toBeVisible()
})

test('a certificate that nobody vouches for: nothing is sent', async ({
  launch,
  folder,
  say,
  stack,
}) => {
  const key = path.join(folder, 'key.pem')
  const certificate = path.join(folder, 'certificate.pem')
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
  execFileSync(
    'openssl',
    // prettier-ignore
    ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes',
      '-keyout', key, '-out', certificate, '-days', '1', ...subject],
    { stdio: 'ignore' },
  )
  let calls = 0
  const server = createServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    (_request, response) => {
      calls += 1
      response.end()
    },
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stack.defer(() => server.closeAllConnections())
  stack.defer(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined

  const { page } = await launch({ portalUrl: `https://127.0.0.1:${port}` })
  await chooseService(page, say, 'servnet')
  await signIn(page, say, regular.fr)
  await expect(
    alertWith(
      page,
      say('errors:certificate_untrusted.message'),
      say('errors:certificate_untrusted.next'),
    ),
  ).toBeFocused()
  await expect(signInForm(page, say).password).toHaveValue(regular.fr.password)
  expect(calls).toBe(0)
})

test('the last home page is shown, with its date, while the portal is away', async ({
  launch,
  faulty,
  say,
}) => {
  const first = await launch({ portalUrl: faulty.url })
  await chooseService(first.page, say, 'servnet')
  await signIn(first.page, say, regular.fr)
  await expect(home(first.page, say).banner).toBeVisible()
  await expect(first.page.getByText('Glaces du Condroz SA')).toBeVisible()
  await first.close()

  await faulty.shut()
  const { page } = await launch({ portalUrl: faulty.url })
  await expect(page.getByText('Glaces du Condroz SA')).toBeVisible()
  await expect(page.getByText(say('servnet:stale.text'))).toBeVisible({ timeout: 60_000 })

  await faulty.open()
  await page.getByRole('button', { name: say('servnet:stale.retry') }).click()
  await expect(page.getByText(say('servnet:stale.text'))).toBeHidden()
})
