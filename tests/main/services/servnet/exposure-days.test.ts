/** The days of a ledger as a calendar, read as RFC 5545 says. */
import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { languages } from '../../../../src/shared/languages.ts'
import { calendarFile } from '../../../../src/main/services/servnet/exposure/calendar-file.ts'
import { startLedgerWorld, type LedgerWorld } from '../../support/ledger-world.ts'
import { buyer, limit, policy } from '../../support/portfolio-rows.ts'

type Event = Readonly<Record<string, string>>

const isLong = (line: string) => Buffer.byteLength(line) > 75 || /[\n\r]/.test(line)

/** Unfolds lines, takes properties apart, and undoes what was put before signs. */
function readCalendar(text: string): Event[] {
  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*END:VCALENDAR\r\n$/)
  expect(text.split('\r\n').filter(isLong)).toEqual([])
  const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(1, -2)
  const events: Record<string, string>[] = []
  let event: Record<string, string> | null = null
  for (const line of lines) {
    if (line === 'BEGIN:VEVENT') event = {}
    else if (line === 'END:VEVENT') {
      if (event === null) throw new Error('It ends before it began.')
      events.push(event)
      event = null
    } else if (event !== null) {
      const [, name = '', value = ''] = /^([A-Z]+)(?:;[^:]*)?:([^]*)$/.exec(line) ?? []
      if (name === '' || name in event) throw new Error(`What is ${line}?`)
      event[name] = value.replaceAll(/\\([\\;,nN])/g, (_whole, sign: string) =>
        sign.toLowerCase() === 'n' ? '\n' : sign,
      )
    }
  }
  return events
}

/** Line ends are one, and nobody sees other controls. */
const shown = (text: string) =>
  text.replaceAll(/\r\n|[\r\n\u0085\u2028\u2029]/g, '\n').replaceAll(/(?!\n)\p{Cc}/gu, ' ')

describe('a calendar file', () => {
  it('gives back what was put into it, whatever that is', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 120 }),
      fc.string({ unit: fc.constantFrom('a', '\\', ';', ',', ':', '\r', '\n', 'é', '株') }),
    )
    fc.assert(
      fc.property(text, text, (summary, description) => {
        const day = { uid: 'one', day: '2026-12-31', summary, description }
        const [event] = readCalendar(calendarFile([day], 0))
        expect(event).toMatchObject({ SUMMARY: shown(summary), DESCRIPTION: shown(description) })
      }),
      { numRuns: 40 },
    )
  })

  it('has whole days, which end on the next one', () => {
    const day = { uid: 'one', day: '2026-12-31', summary: 'S', description: 'D' }
    expect(readCalendar(calendarFile([day], Date.parse('2026-11-30T08:09:10.123Z')))).toEqual([
      {
        UID: 'one',
        DTSTAMP: '20261130T080910Z',
        DTSTART: '20261231',
        DTEND: '20270101',
        SUMMARY: 'S',
        DESCRIPTION: 'D',
        TRANSP: 'TRANSPARENT',
      },
    ])
  })
})

describe('the days of a ledger', () => {
  let stack: AsyncDisposableStack
  let world: LedgerWorld
  beforeEach(async () => {
    stack = new AsyncDisposableStack()
    world = await startLedgerWorld(stack)
    const names = ['=HYPERLINK("x")', 'Deux\nLignes', 'C', 'D', 'E']
    await world.know({
      policies: [policy('p1')],
      buyers: names.map((name, index) => buyer(`b-${index}`, { name })),
      limits: names.map((_name, index) => limit(String(index))),
    })
    const dues = ['2026-11-20', '2026-09-15', '2026-08-01', '2026-12-24', '2026-11-20']
    const lines = names.map((name, index) => {
      const amount = index === 4 ? '2000' : '10'
      return `K${index};"${name.replaceAll('"', '""')}";${dues[index]};${amount}`
    })
    await world.open(['N° client;Nom;Échéance;Montant', ...lines].join('\n'))
  })
  afterEach(() => stack.disposeAsync())

  it('are those of customers that are overdue and in time, the same when written again', async () => {
    const { days, text } = await world.exportDays()
    const events = readCalendar(text)
    expect(days).toBe(events.length)
    const lines = events.map(({ DTSTART, SUMMARY }) => `${DTSTART} ${SUMMARY}`)
    expect(lines.toSorted()).toEqual([
      '20261214 À déclarer au plus tard\u00a0: Deux Lignes',
      '20270119 Dernier jour où les livraisons sont couvertes\u00a0: =HYPERLINK("x")',
      '20270218 À déclarer au plus tard\u00a0: =HYPERLINK("x")',
      '20270218 À déclarer au plus tard\u00a0: E',
    ])
    expect(events[0]?.['DESCRIPTION']).toContain('p1')
    const ids = events.map(({ UID }) => UID)
    expect(new Set(ids).size).toBe(ids.length)
    world.state.now += 3_600_000
    const again = readCalendar((await world.exportDays()).text)
    expect(again.map(({ UID }) => UID)).toEqual(ids)
    expect(again[0]?.['DTSTAMP']).not.toBe(events[0]?.['DTSTAMP'])
  })

  it('are those of one customer in the person’s language, also before it is overdue', async () => {
    const keys = new Map(
      (await world.customers()).map(({ customerNumber, key }) => [customerNumber, key]),
    )
    const summaries = new Set<string>()
    for (const language of languages) {
      world.state.language = language
      // oxlint-disable-next-line no-await-in-loop -- one language after the other
      const { days, text } = await world.exportDays(keys.get('K3'))
      expect(days).toBe(2)
      for (const { SUMMARY = '', DESCRIPTION = '' } of readCalendar(text)) {
        summaries.add(SUMMARY)
        expect(`${SUMMARY}${DESCRIPTION}`).not.toContain('{{')
      }
    }
    expect(summaries.size).toBe(2 * languages.length)
    expect(await world.exportDays(keys.get('K2'))).toMatchObject({ days: 0 })
    expect(await world.service.exportDays({ key: 'nobody' })).toMatchObject({
      ok: false,
      error: { code: 'not_found' },
    })
  })
})
