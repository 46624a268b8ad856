/** What messages say, as a mail program reads them. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { formatMoment } from '../../../src/portal/platform/mail/calendar.ts'
import type { Mail } from '../../../src/portal/platform/mail/mail.ts'
import type { Recipient } from '../../../src/portal/platform/mail/queue.ts'
import { readCode } from '../../../src/shared/rules/codes.ts'
import { showEmailAddress } from '../../../src/shared/rules/email-address.ts'
import { languages } from '../../../src/shared/languages.ts'
import { codeIn, openMailbox, type Mailbox, type Received } from '../../support/mailbox.ts'
import { mails, marie, nudge, outboxRow, queue } from '../support/mails.ts'
import { minute, startPortal, type TestPortal } from '../support/portal.ts'

let mailbox: Mailbox
let portal: TestPortal
beforeAll(async () => {
  mailbox = await openMailbox()
  portal = await startPortal('SQLite', { smtpUrl: mailbox.url, mailFrom: 'ASO <aso@mail.example>' })
})
afterAll(async () => {
  await portal.stop()
  await mailbox.close()
})

let sent = 0

/** Sends through the outbox, as every message goes. */
async function send(mail: Mail, to: Partial<Recipient>): Promise<Received> {
  sent += 1
  const address = `reader-${sent}@example.com`
  await queue(portal.portal.context, mail, { ...to, address })
  await nudge(portal.address)
  return mailbox.waitFor((received) => received.to === address)
}

/** Header, text and HTML, and nothing but the text of the HTML. */
function partsOf({ mail }: Received) {
  const html = mail.html === false ? '' : (mail.html ?? '')
  const body = html.slice(html.indexOf('<body'))
  const shown = body.replaceAll(/<[^>]*>/g, ' ').replaceAll(/\s+/gu, ' ')
  return { subject: mail.subject ?? '', text: mail.text ?? '', html, shown }
}

/** That every element of the HTML is closed, by the one it was opened with. */
function expectWellFormed(html: string): void {
  const open: string[] = []
  for (const [, slash, name] of html.matchAll(/<(\/?)([a-z]\w*)[^>]*>/g)) {
    if (name === undefined || name === 'meta') continue
    if (slash === '/') expect(open.pop()).toBe(name)
    else open.push(name)
  }
  expect(open).toEqual([])
}

describe.each(languages)('in %s', (language) => {
  test.each(Object.entries(mails))('%s', async (_, mail) => {
    const received = await send(mail, { language })
    const { subject, text, html, shown } = partsOf(received)
    expect(received.mail.from?.value).toEqual([{ name: 'ASO', address: 'aso@mail.example' }])
    expect(received.mail.messageId).toMatch(/^<[\w-]{36}@mail\.example>$/)
    expect(received.mail.headers.get('auto-submitted')).toBe('auto-generated')
    expect(received.mail.headers.get('content-language')).toBe(language)
    expect(received.mail.headers.has('x-mailer')).toBe(false)
    for (const part of [subject, text, html]) {
      expect(part).not.toBe('')
      expect(part).not.toMatch(/\{\{|\}\}|undefined|\bnull\b|Invalid Date|NaN/)
      expect(part).not.toMatch(/https?:|href|src=|url\(|@import/i)
    }
    expect(html).toContain(`<html lang="${language}">`)
    expect(html).toContain('<meta name="color-scheme" content="light dark">')
    expectWellFormed(html)
    // Both parts say the same; entities apart, which these texts need for buyers only.
    for (const line of text.split('\n').map((one) => one.trim())) {
      const escaped = line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
      if (line !== '--') expect(shown).toContain(escaped.replaceAll(/\s+/gu, ' '))
    }
    expect(text).toContain('081\u00a032\u00a042\u00a011')
    if ('code' in mail) {
      expect(codeIn(received)).toBe(mail.code)
      expect(subject).not.toMatch(/\d/)
      // Whoever copies the whole message has the code in it.
      expect(readCode(text, 'numeric')).toBe(mail.code)
      expect(readCode(shown, 'numeric')).toBe(mail.code)
    }
  })

  test('a code of letters and digits, which the whole message pasted still is', async () => {
    const mail = { kind: 'recovery_code', code: 'BCDF2345', minutes: 10 } as const
    const received = await send(mail, { language })
    const { text, shown } = partsOf(received)
    expect(codeIn(received)).toBe(mail.code)
    expect(readCode(text, 'alphanumeric')).toBe(mail.code)
    expect(readCode(shown, 'alphanumeric')).toBe(mail.code)
  })
})

test('subjects differ from kind to kind and from language to language', async () => {
  const all = languages.flatMap((language) =>
    Object.values(mails).map((mail) => send(mail, { language })),
  )
  const subjects = (await Promise.all(all)).map(({ mail }) => mail.subject)
  expect(new Set(subjects).size).toBe(subjects.length)
})

test('days and moments are those of Brussels, and say so', async () => {
  const { text } = partsOf(await send(mails['password changed'], { language: 'fr' }))
  expect(text).toContain('23 novembre 2026 à 13:20 (heure de Bruxelles)')
})

test('a code says until when it counts by the clock, however late it arrives', async () => {
  const { context } = portal.portal
  const id = await queue(context, mails['recovery code'], { address: 'late@example.com' })
  const { created_at } = await outboxRow(context, id)
  await nudge(portal.address)
  const received = await mailbox.waitFor(({ to }) => to === 'late@example.com')
  const end = formatMoment('fr', created_at + 10 * minute)
  expect(partsOf(received).text).toContain(
    `Ce code est valable 10 minutes à partir de la demande, jusqu’au ${end} (heure de Bruxelles).`,
  )
})

test('greets by name whom it knows, and no stranger', async () => {
  expect(partsOf(await send(mails['new device'], {})).text).toMatch(/^Bonjour Marie Lambert,/)
  const unnamed = await send(mails['new device'], { name: null })
  expect(partsOf(unnamed).text).toMatch(/^Bonjour,/)
  const stranger = await send(mails['e-mail change code'], {})
  expect(stranger.source).not.toContain('Lambert')
})

test.each([
  ['an image', '<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
  ['quotes and entities', `"O'Neill" & Söhne`, '&quot;O&#39;Neill&quot; &amp; Söhne'],
  ['a placeholder', '{{code}} $t(caution)', '{{code}} $t(caution)'],
])('shows %s in a name or a device as it is', async (_, typed, escaped) => {
  const received = await send({ ...mails['new device'], device: typed }, { name: typed })
  const { text, html } = partsOf(received)
  expect(text).toContain(`Bonjour ${typed},`)
  expect(html.split(escaped)).toHaveLength(3)
  expectWellFormed(html)
})

test.each([
  ['a name from the right', 'שלום', '\u2068שלום\u2069', '<bdi>שלום</bdi>'],
  ['an override', '\u202egnp-PC', 'gnp-PC', 'gnp-PC'],
  ['an isolate that nobody ends', '\u2067\u2068محمد', '\u2068محمد\u2069', '<bdi>محمد</bdi>'],
  ['the end of an isolate', 'PC\u2069\u2066', 'PC', 'PC'],
])('%s turns no line', async (_, typed, inText, inHtml) => {
  const alert = { ...mails['one alert'].alerts[0], buyer: typed }
  const letters = [
    await send({ ...mails['new device'], device: typed }, { name: typed }),
    await send({ ...mails['one alert'], alerts: [alert] }, { name: typed }),
    await send({ ...mails['e-mail changed'], newEmail: typed }, { name: typed }),
  ]
  for (const { text, html } of letters.map(partsOf)) {
    expect(text).toContain(`Bonjour ${inText},`)
    expect(text.split(inText)).toHaveLength(3)
    expect(html.split(inHtml)).toHaveLength(3)
    expect(html).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u)
    expectWellFormed(html)
  }
})

test('no name and no address can add a header or a recipient', async () => {
  const lines = 'x\r\nBcc: thief@example.com\r\n\r\nHello'
  const received = await send({ ...mails['new device'], device: lines }, { name: lines })
  expect(received.to).not.toContain('thief')
  expect(received.mail.bcc).toBeUndefined()
  const { context } = portal.portal
  await queue(context, mails['new device'], { address: 'a@example.com>\r\nRCPT TO:<b@example.com' })
  const last = await send(mails['new device'], { name: marie.name })
  expect(last.mail.subject).toBeDefined()
  expect(mailbox.received.filter(({ to }) => /^[ab]@example/.test(to))).toEqual([])
})

test.each(['r&d@firm.example', "!#$%&'*+-/=?^_`{|}~@firm.example", 'Marie@xn--mnchen-3ya.example'])(
  'goes to %s, and to nobody else',
  async (address) => {
    const { context } = portal.portal
    await queue(context, mails['new device'], { address })
    await nudge(portal.address)
    // The server of the test tells its envelope in the domain's own script.
    const shown = showEmailAddress(address)
    const received = await mailbox.waitFor(({ to }) => to === shown)
    expect(received.source).toContain(`\r\nTo: ${address}\r\n`)
  },
)

test('an address in another script is told in both its forms', async () => {
  const newEmail = 'marie@xn--mnchen-3ya.example'
  const { text, shown } = partsOf(await send({ ...mails['e-mail changed'], newEmail }, {}))
  for (const part of [text, shown]) {
    expect(part).toContain('marie@münchen.example')
    expect(part).toContain(newEmail)
  }
})

test('nothing that somebody typed becomes a link', async () => {
  const device = 'evil.example'
  const received = await send({ ...mails['new device'], device }, { name: 'www.evil.example' })
  const { text, shown } = partsOf(received)
  expect(text).toMatch(/^Bonjour,/)
  for (const part of [text, shown]) expect(part).not.toMatch(/evil\.example/)
})
