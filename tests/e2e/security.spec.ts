/** What a page of the app cannot do, tried by the page itself. */
import { createServer } from 'node:http'
import type { Page } from '@playwright/test'
import { wired } from './support/flows.ts'
import { expect, test } from './support/test.ts'

/**
 * The directive of the policy that `code` runs into. It runs from a timer: what Playwright runs
 * directly is exempt from the ban on evaluating text.
 */
function violation(page: Page, code: string): Promise<unknown> {
  return page.evaluate(`new Promise((resolve) => {
    document.addEventListener(
      'securitypolicyviolation',
      (event) => resolve(event.effectiveDirective),
      { once: true },
    )
    setTimeout(() => { try { ${code} } catch {} })
  })`)
}

test('the page has the bridge and nothing else', async ({ launch }) => {
  const { page } = await launch()
  await wired(page)
  const found = await page.evaluate(`({
    require: typeof require, process: typeof process, module: typeof module,
    ipcRenderer: typeof ipcRenderer, secure: isSecureContext,
    bridge: Object.keys(window.portal).sort(), frozen: Object.isFrozen(window.portal),
  })`)
  expect(found).toEqual({
    require: 'undefined',
    process: 'undefined',
    module: 'undefined',
    ipcRenderer: 'undefined',
    secure: true,
    bridge: ['call', 'on'],
    frozen: true,
  })
})

test('the security policy holds, and no call leaves the page', async ({ launch, stack }) => {
  let calls = 0
  const server = createServer((_request, response) => {
    calls += 1
    response.setHeader('access-control-allow-origin', '*')
    response.end('reached')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stack.defer(() => void server.close())
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/`

  const { page } = await launch()
  await wired(page)
  const tries = [
    ['connect-src', `fetch('${url}').catch(() => undefined)`],
    ['connect-src', `fetch('/assets/none.js').catch(() => undefined)`],
    ['connect-src', `new WebSocket('ws://127.0.0.1/')`],
    ['connect-src', `navigator.sendBeacon('${url}')`],
    ['img-src', `new Image().src = '${url}'`],
    ['script-src-elem', `import('data:text/javascript,1').catch(() => undefined)`],
    ['require-trusted-types-for', `new Function('return 1')()`],
    ['require-trusted-types-for', `document.body.innerHTML = '<b>x</b>'`],
    [
      'require-trusted-types-for',
      `document.body.append(Object.assign(document.createElement('script'), { src: '${url}' }))`,
    ],
    [
      'frame-src',
      `document.body.append(Object.assign(document.createElement('iframe'), { src: '${url}' }))`,
    ],
    [
      'form-action',
      `const form = document.createElement('form'); form.action = '${url}';
       document.body.append(form); form.submit()`,
    ],
    ['style-src-attr', `document.body.setAttribute('style', 'color: red')`],
    [
      'base-uri',
      `document.head.append(Object.assign(document.createElement('base'), { href: '${url}' }))`,
    ],
  ] as const
  for (const [directive, code] of tries) {
    // oxlint-disable-next-line no-await-in-loop -- each waits for its own violation
    expect.soft(await violation(page, code), code).toBe(directive)
  }
  expect(calls).toBe(0)
})

test('the page goes nowhere else and opens no window', async ({ launch }) => {
  const app = await launch()
  const { page } = app
  await wired(page)
  const before = page.url()
  await page.evaluate(`location.href = 'https://example.org/'`)
  await page.evaluate(`void window.open('https://example.org/')`)
  await page.evaluate(`{
    const link = document.createElement('a')
    link.href = 'https://example.org/'
    link.target = '_blank'
    document.body.append(link)
    link.click()
  }`)
  await expect.poll(() => page.context().pages().length).toBe(1)
  // The page is still there and still answers.
  await expect
    .poll(() => page.evaluate(`window.portal.call('app.state', {}).then(({ ok }) => ok)`))
    .toBe(true)
  expect(page.url()).toBe(before)
  expect(app.output()).not.toContain('host: opened')
})

test('links outside are named, not given', async ({ launch }) => {
  const app = await launch()
  await wired(app.page)
  const call = (link: string) =>
    app.page.evaluate(`window.portal.call('app.openExternal', { link: '${link}' })`)
  expect(await call('https://example.org/')).toMatchObject({
    ok: false,
    error: { code: 'invalid_request' },
  })
  expect(await call('website')).toMatchObject({ ok: true })
  await expect.poll(app.output).toContain('host: opened https://www.atradius.be/')
  expect(app.output()).not.toContain('example.org')
})

test('main refuses names that are not on the list', async ({ launch }) => {
  const { page } = await launch()
  await wired(page)
  const call = (name: string, input: string) =>
    page.evaluate(`window.portal.call(${JSON.stringify(name)}, ${input})`)
  for (const name of ['session.tokens', 'constructor', '__proto__', 'toString']) {
    // oxlint-disable-next-line no-await-in-loop -- one call after the other
    expect(await call(name, '{}'), name).toMatchObject({ ok: false })
  }
  expect(await call('session.signIn', '{ username: 1 }')).toMatchObject({
    ok: false,
    error: { code: 'invalid_request' },
  })
})

test('pages get no permission', async ({ launch }) => {
  const { page } = await launch()
  await wired(page)
  const names = ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read']
  const states = await page.evaluate(
    `Promise.all(${JSON.stringify(names)}.map((name) =>
      navigator.permissions.query({ name }).then(({ state }) => state)))`,
  )
  expect(states).toEqual(names.map(() => 'denied'))
})
