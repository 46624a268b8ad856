/** What stands between this computer and the portal: each trouble has its own words. */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import { createServer } from 'node:https'
import { connect } from 'node:net'
import path from 'node:path'
import { TLSSocket } from 'node:tls'
import { findElectron } from '../../scripts/lib/electron-binary.ts'
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

/** A certificate for this computer that nobody vouches for, and its key, as files. */
function selfSigned(folder: string): { readonly key: string; readonly certificate: string } {
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
  return { key, certificate }
}

/** Listens on a free port of this computer until the journey ends. */
async function listenOn(server: HttpServer, stack: AsyncDisposableStack): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stack.defer(() => void server.close())
  stack.defer(() => server.closeAllConnections())
  const address = server.address()
  return typeof address === 'object' ? (address?.port ?? 0) : 0
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

for (const [status, code] of [
  [407, 'proxy_authentication_required'],
  [502, 'portal_unreachable'],
  [403, 'portal_unreachable'],
] as const) {
  test(`a proxy that answers ${status} in the portal’s place`, async ({ launch, say, stack }) => {
    test.skip(findElectron() !== null, 'Electron takes the proxy from the system')
    const proxy = createHttpServer()
    proxy.on('connect', (_request, socket) => {
      // Whoever is refused may hang up first.
      socket.on('error', () => socket.destroy())
      socket.end(`HTTP/1.1 ${status} No\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n`)
    })
    const port = await listenOn(proxy, stack)
    const env = { HOST_PROXY: `http://127.0.0.1:${port}` }
    const { page } = await launch({ portalUrl: 'https://portal.example', env })
    await chooseService(page, say, 'servnet')
    await signIn(page, say, regular.fr)
    await expect(
      alertWith(page, say(`errors:${code}.message`), say(`errors:${code}.next`)),
    ).toBeFocused()
    await expect(signInForm(page, say).password).toHaveValue(regular.fr.password)
  })
}

/** A proxy that asks for a name and a password, and then opens the way to whatever is asked for. */
async function startProxy(stack: AsyncDisposableStack) {
  const told: string[] = []
  const proxy = createHttpServer()
  const wanted = `Basic ${Buffer.from('m.lambert:Réseau-42').toString('base64')}`
  proxy.on('connect', ({ url, headers }, socket) => {
    // Whoever is refused may hang up first.
    socket.on('error', () => socket.destroy())
    const given = headers['proxy-authorization']
    if (given !== undefined) told.push(given)
    if (given !== wanted) {
      const ask = 'Proxy-Authenticate: Basic realm="Réseau interne"\r\nContent-Length: 0'
      socket.end(`HTTP/1.1 407 Who are you?\r\n${ask}\r\n\r\n`)
      return
    }
    const { hostname, port } = new URL(`http://${url}`)
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Go on\r\n\r\n')
      socket.pipe(onward).pipe(socket)
    })
    onward.on('error', () => socket.destroy())
    socket.on('error', () => onward.destroy())
  })
  const port = await listenOn(proxy, stack)
  return { told, host: `127.0.0.1:${port}`, env: { HOST_PROXY: `http://127.0.0.1:${port}` } }
}

test('a proxy that asks who one is: asked again where it refuses, kept for the next start', async ({
  launch,
  folder,
  faulty,
  say,
  stack,
}) => {
  test.skip(findElectron() !== null, 'Electron takes the proxy from the system')
  const proxy = await startProxy(stack)
  const file = path.join(folder, 'config.json')
  writeFileSync(file, JSON.stringify({ portalUrl: faulty.url, proxySignIn: { kind: 'ask' } }))
  const env = { ...proxy.env, SERVICES_ONLINE_CONFIG: file }
  const { page, close, output } = await launch({ portalUrl: null, env })
  const dialog = page.getByRole('dialog', { name: say('shell:proxy.title') })
  const cancel = dialog.getByRole('button', { name: say('shell:proxy.cancel') })
  // The sign-in page asks first whether the portal is there; who declines then is asked once more
  // only where they want something of it.
  await chooseService(page, say, 'servnet')
  await expect(dialog.getByText(proxy.host)).toBeVisible()
  await expect(dialog.getByText('interne')).toBeVisible()
  await cancel.click()
  await expect(dialog).toHaveCount(0)
  await signIn(page, say, regular.fr)
  await cancel.click()
  await expect(
    alertWith(
      page,
      say('errors:proxy_authentication_required.message'),
      say('errors:proxy_authentication_required.next'),
    ),
  ).toBeFocused()
  await signInForm(page, say).submit.click()

  const password = dialog.getByLabel(say('shell:proxy.password'), { exact: true })
  await dialog.getByLabel(say('shell:proxy.username')).fill('m.lambert')
  await password.fill('autre chose')
  await password.press('Enter')
  await expect(dialog.getByText(say('shell:proxy.again'))).toBeVisible()
  await password.fill('Réseau-42')
  await dialog.getByLabel(say('shell:proxy.keep')).check()
  await dialog.getByRole('button', { name: say('shell:proxy.submit') }).click()
  await expect(home(page, say).banner).toBeVisible()
  expect(output()).not.toMatch(/Réseau-42|autre chose/u)
  await close()

  const tries = proxy.told.length
  const next = await launch({ portalUrl: null, env })
  await expect(next.page.getByText('Glaces du Condroz SA')).toBeVisible()
  await expect.poll(() => proxy.told.length).toBeGreaterThan(tries)
  await expect(next.page.getByRole('dialog')).toHaveCount(0)
})

for (const [what, issuer, shown] of [
  ['none, unless its administrator says so', undefined, false],
  ['none of another issuer', 'Somebody else', false],
  ['the one of the issuer that its administrator names', '127.0.0.1', true],
] as const) {
  test(`a portal that asks for this computer’s certificate gets ${what}`, async ({
    launch,
    folder,
    say,
    stack,
  }) => {
    test.skip(findElectron() !== null, 'Electron takes certificates from the system')
    const { key, certificate } = selfSigned(folder)
    const file = path.join(folder, 'stored.pem')
    writeFileSync(file, readFileSync(key, 'utf8') + readFileSync(certificate, 'utf8'))
    const asked: boolean[] = []
    const tls = { key: readFileSync(key), cert: readFileSync(certificate) }
    const server = createServer(
      { ...tls, requestCert: true, rejectUnauthorized: false },
      ({ socket }, response) => {
        const peer = socket instanceof TLSSocket ? socket.getPeerCertificate() : {}
        asked.push(Object.keys(peer).length > 0)
        response.end()
      },
    )
    const port = await listenOn(server, stack)
    const configuration = path.join(folder, 'config.json')
    const portalUrl = `https://127.0.0.1:${port}`
    writeFileSync(
      configuration,
      JSON.stringify({ portalUrl, ...(issuer && { clientCertificateIssuer: issuer }) }),
    )
    const env = {
      SERVICES_ONLINE_CONFIG: configuration,
      HOST_CLIENT_CERTIFICATE: file,
      NODE_EXTRA_CA_CERTS: certificate,
    }
    const { page } = await launch({ portalUrl: null, env })
    await chooseService(page, say, 'servnet')
    await signIn(page, say, regular.fr)
    await expect.poll(() => asked.length).toBeGreaterThan(0)
    expect(new Set(asked)).toEqual(new Set([shown]))
  })
}

test('a certificate that nobody vouches for: nothing is sent', async ({
  launch,
  folder,
  say,
  stack,
}) => {
  const { key, certificate } = selfSigned(folder)
  let calls = 0
  const server = createServer(
    { key: readFileSync(key), cert: readFileSync(certificate) },
    (_request, response) => {
      calls += 1
      response.end()
    },
  )
  const port = await listenOn(server, stack)
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
  await expect(page.locator('[data-as-at]')).toBeVisible({ timeout: 60_000 })

  await faulty.open()
  await expect(async () => {
    // The app may find it by itself meanwhile, and then there is nothing to press.
    if (await page.locator('[data-as-at]').isHidden()) return
    await page.getByRole('button', { name: say('offline:check.refresh') }).click({ timeout: 2_000 })
    await expect(page.locator('[data-as-at]')).toBeHidden({ timeout: 5_000 })
  }).toPass()
})
