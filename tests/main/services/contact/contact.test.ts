/** Whom a policyholder turns to: what the portal names is what opens, and nothing else ever. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type ExternalLink, externalLinks } from '../../../../src/shared/contract/app/routes.ts'
import type { Contact } from '../../../../src/shared/contract/portal/meta.ts'
import { externalTarget } from '../../../../src/main/services/contact/external-links.ts'
import type { Fetch } from '../../../../src/main/portal-client/exchange.ts'
import { hostFetch, startMain } from '../../support/main.ts'
import { createMemoryKeychain } from '../../support/memory-keychain.ts'
import { marie } from '../../support/people.ts'
import { startPortal, type TestPortal } from '../../support/portal.ts'
import { temporaryFolder } from '../../support/temporary-folder.ts'

const madrid: Contact = {
  company: 'Crédito y Caución',
  addressLines: ['Paseo de la Castellana, 4'],
  phone: '+34 (91) 432-63.00',
  email: 'r&d+help@seguros.example',
  website: 'https://www.seguros.example/es/',
}
const pages = {
  legal: 'https://www.seguros.example/legal?lang=es',
  cookies: 'https://cookies.example/',
}

describe('a link', () => {
  it.each<readonly [ExternalLink, string]>([
    ['website', 'https://www.seguros.example/es/'],
    ['email', 'mailto:r%26d%2Bhelp@seguros.example'],
    ['phone', 'tel:+34914326300'],
    ['legal', pages.legal],
    ['cookies', pages.cookies],
  ])('%s opens what the portal names', (link, address) => {
    expect(externalTarget(link, madrid, pages)).toBe(address)
  })

  it.each(['legal', 'cookies'] as const)('%s falls back to the website', (link) => {
    expect(externalTarget(link, madrid)).toBe(madrid.website)
    expect(externalTarget(link, madrid, {})).toBe(madrid.website)
  })

  it.each([
    'http://www.seguros.example/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://www.seguros.example@evil.example/',
    'https://a:b@evil.example/',
    'smb://evil.example/share',
    'atradius-services-online://open/servnet',
    'ms-msdt:/id',
    '',
    'nothing',
  ])('to the web is none: %j', (website) => {
    const contact = { ...madrid, website }
    const links = { legal: website, cookies: website }
    for (const link of ['website', 'legal', 'cookies'] as const) {
      expect(externalTarget(link, contact, links)).toBeNull()
    }
  })

  it.each([
    'a@b.example?bcc=c@d.example',
    'a@b.example,c@d.example',
    'a@b.example&body=x',
    'javascript:alert(1)',
    'nothing',
    '',
  ])('to a mailbox is none: %j', (email) => {
    expect(externalTarget('email', { ...madrid, email })).toBeNull()
  })

  it.each(['*31#', '081;ext=1', 'tel:081', '+', '', 'call me', '08\u202e1'])(
    'to a telephone is none: %j',
    (phone) => {
      expect(externalTarget('phone', { ...madrid, phone })).toBeNull()
    },
  )
})

describe('in the app', () => {
  let stack: AsyncDisposableStack
  let portal: TestPortal
  let folder: string
  beforeEach(async () => {
    stack = new AsyncDisposableStack()
    portal = await startPortal(stack)
    folder = temporaryFolder(stack)
  })
  afterEach(() => stack.disposeAsync())

  /** The demonstration's portal with a contact of another country, until the network goes. */
  function start(contact: Contact = madrid, servnet: Contact = contact) {
    const state = { offline: false }
    const fetch: Fetch = async (url, init) => {
      if (state.offline) throw new Error('net::ERR_INTERNET_DISCONNECTED')
      const response = await hostFetch(url, init)
      const path = new URL(url).pathname
      if (path !== '/v1/meta' && path !== '/v1/servnet/home') return response
      const answer: unknown = await response.json()
      const named = path === '/v1/meta' ? { contact, links: pages } : { contact: servnet }
      return Response.json({ ...Object(answer), ...named }, { headers: response.headers })
    }
    const main = () => startMain({ portalUrl: portal.url, folder, keychain, fetch })
    const keychain = createMemoryKeychain()
    return { main: main(), restart: main, state }
  }

  it('opens every link as the tenant has it, whoever is signed in', async () => {
    const { main } = start()
    for (const link of externalLinks) {
      // oxlint-disable-next-line no-await-in-loop -- in their order
      await main.ask('app.openExternal', { link })
    }
    expect(main.opened).toEqual(externalLinks.map((link) => externalTarget(link, madrid, pages)))
  })

  it('opens what Serv@Net’s page shows, where that is another contact', async () => {
    const servnet = { ...madrid, phone: '+34 1', website: 'https://servnet.example/' }
    const { main } = start(madrid, { ...servnet, phone: '+34 123' })
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    await main.ask('servnet.home', {})
    await main.ask('app.openExternal', { link: 'phone', shownOn: 'servnet' })
    await main.ask('app.openExternal', { link: 'website', shownOn: 'help' })
    expect(main.opened).toEqual(['tel:+34123', madrid.website])
  })

  it('goes by what was last known without a network, also after a restart', async () => {
    const { main, restart, state } = start()
    await main.ask('session.signIn', { ...marie, staySignedIn: true })
    await main.ask('portal.meta', {})
    state.offline = true
    expect((await main.ask('portal.meta', {})).contact).toEqual(madrid)
    await main.ask('app.openExternal', { link: 'email' })
    await main.services.close()
    const again = restart()
    await again.ask('app.state', {})
    await again.ask('app.openExternal', { link: 'email' })
    expect([...main.opened, ...again.opened]).toEqual(
      Array(2).fill('mailto:r%26d%2Bhelp@seguros.example'),
    )
  })

  it('says why nothing opens where nothing was ever known', async () => {
    const { main, state } = start()
    state.offline = true
    const result = await main.call('app.openExternal', { link: 'website' })
    expect(result).toEqual({ ok: false, error: { code: 'network_offline' } })
    expect(main.opened).toEqual([])
  })

  it('opens nothing that is no address, whatever the portal says', async () => {
    const { main } = start({ ...madrid, email: 'a@b.example?bcc=c@d.example' })
    const result = await main.call('app.openExternal', { link: 'email' })
    expect(result).toEqual({ ok: false, error: { code: 'portal_answer_invalid' } })
    expect(main.opened).toEqual([])
  })
})
