/** Ledgers as they are brought: what is read of them, what is asked, what is wrong, and what stays. */
import { writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ExposureView } from '../../../../src/shared/contract/servnet/exposure.ts'
import { dataOf, startLedgerWorld, type LedgerWorld } from '../../support/ledger-world.ts'
import { buyer, limit, policy } from '../../support/portfolio-rows.ts'

let stack: AsyncDisposableStack
let world: LedgerWorld
beforeEach(async () => {
  stack = new AsyncDisposableStack()
  world = await startLedgerWorld(stack)
})
afterEach(() => stack.disposeAsync())

const header = 'N° client;Nom;Pays;SIREN;N° facture;Date de facture;Échéance;Montant;Devise;Police'
const lineOf = (some: Record<string, string> = {}) =>
  [
    some['number'] ?? 'C1',
    some['name'] ?? 'Boulangerie A',
    some['country'] ?? '',
    some['siren'] ?? '',
    some['invoice'] ?? 'F1',
    some['issued'] ?? '',
    some['due'] ?? '2026-11-20',
    some['amount'] ?? '100,00',
    some['currency'] ?? 'EUR',
    some['policy'] ?? '',
  ].join(';')
const ledger = (...lines: readonly string[]) => [header, ...lines].join('\r\n')

const problemsOf = ({ problems }: ExposureView) =>
  problems.map(({ place, field, code }) => `${place} ${field} ${code}`)
const owedOf = ({ totals }: ExposureView) => totals?.owed.amount?.amount

describe('a ledger', () => {
  it('is read with its columns known by their names in six languages', async () => {
    const headers = {
      fr: 'Code client;Raison sociale;Échéance;Reste dû;Devise',
      nl: 'Debiteurnummer;Klantnaam;Vervaldatum;Openstaand bedrag;Valuta',
      en: 'Customer no.;Customer name;Due date;Open amount;Currency',
      de: 'Kunden-Nr.;Kundenname;Fälligkeitsdatum;Offener Betrag;Währung',
      es: 'Código cliente;Razón social;Fecha de vencimiento;Importe pendiente;Divisa',
      it: 'Codice cliente;Ragione sociale;Data di scadenza;Importo residuo;Valuta',
    }
    for (const names of Object.values(headers)) {
      // oxlint-disable-next-line no-await-in-loop -- one ledger after the other
      const view = await world.open(`${names}\nC1;Boulangerie A;20.11.2026;1.234,56;EUR`)
      expect(view.columns.map(({ field }) => field)).toEqual([
        'customerNumber',
        'name',
        'dueOn',
        'amount',
        'currency',
      ])
      expect(owedOf(view)).toBe('1234.56')
    }
  })

  it('takes credit notes off, however programs write what is below zero', async () => {
    const amounts = [
      '1.000,00',
      '-10,00',
      '20,00-',
      '(30,00)',
      '-40,00 EUR',
      'EUR (50,00)',
      '\u22125,00',
    ]
    const view = await world.open(ledger(...amounts.map((amount) => lineOf({ amount }))))
    expect(problemsOf(view)).toEqual([])
    expect(owedOf(view)).toBe('845')
    expect(await world.customers()).toMatchObject([{ invoices: 7, owed: { amount: '845' } }])
  })

  it('leaves lines out that say nothing, and tells which and why', async () => {
    const view = await world.open(
      ledger(
        lineOf(),
        lineOf({ number: '', name: '' }),
        'Total général;;;;;;;1.234,00;EUR;',
        ';;;;;;;;;',
        lineOf({ siren: '1.2E+15' }),
        lineOf({ amount: '1.2E+15' }),
        lineOf({ amount: 'beaucoup' }),
        lineOf({ amount: '1,005', currency: 'EUR' }).replace('1,005', '1,0051'),
        lineOf({ amount: '9.999.999.999.999,00' }),
        lineOf({ due: '31/02/2026' }),
        lineOf({ due: '45000' }),
        lineOf({ currency: 'EURO' }),
        lineOf({ country: 'Atlantide' }),
        lineOf({ number: '', name: 'x'.repeat(251) }),
      ),
    )
    expect(problemsOf(view)).toEqual([
      '3 name required',
      '4 dueOn required',
      '6 registrationNumber digits_lost',
      '7 amount digits_lost',
      '8 amount no_amount',
      '9 amount too_many_decimals',
      '10 amount amount_too_large',
      '11 dueOn day_of_no_calendar',
      '12 dueOn no_day',
      '13 currency currency_unknown',
      '14 country country_unknown',
      '15 name name_too_long',
    ])
    expect(view.problems[1]?.text).toBe('Total général')
    expect(view).toMatchObject({ wrongLines: 12, lines: 13 })
    expect(owedOf(view)).toBe('100')
  })

  it('asks what amounts and days can mean, once for the columns', async () => {
    const text = ledger(lineOf({ amount: '1.234', due: '03/04/2026' }))
    const asked = await world.open(text)
    expect(asked.questions).toEqual([{ kind: 'dayOrder', sample: '03/04/2026' }])
    expect(asked.totals).toBeNull()
    await world.service.change({ kind: 'dayOrder', answer: 'day-first' })
    expect((await world.view())?.questions).toEqual([{ kind: 'decimalSign', sample: '1.234' }])
    const change = { kind: 'decimalSign', answer: 'comma' } as const
    const { view } = dataOf(await world.service.change(change))
    expect(view && owedOf(view)).toBe('1234')
    expect(await world.customers()).toMatchObject([{ oldestDueOn: '2026-04-03' }])
    await world.startAgain()
    const again = await world.open(text)
    expect(again).toMatchObject({ isKnown: true, questions: [] })
    expect(owedOf(again)).toBe('1234')
  })

  it('waits for columns that it needs, and takes what the person says of them without the file', async () => {
    const text = 'Qui;Quand;Combien\nBoulangerie A;20.11.2026;12,50\nBoulangerie B;21.11.2026;7,50'
    const asked = await world.open(text)
    expect(asked).toMatchObject({ missing: ['name', 'dueOn', 'amount'], totals: null, lines: 3 })
    await world.startAgain()
    const fields = ['name', 'dueOn', 'amount'] as const
    await world.service.change({ kind: 'header', hasHeader: true })
    for (const [at, field] of fields.entries()) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await world.service.change({ kind: 'column', at, field })
    }
    const view = await world.view()
    expect(view).toMatchObject({ missing: [], lines: 2, columns: [{ name: 'Qui' }, {}, {}] })
    expect(view && owedOf(view)).toBe('20')
    await world.service.change({ kind: 'currency', currency: 'GBP' })
    expect((await world.view())?.totals?.owed.amount).toBeNull()
    expect(await world.open(text)).toMatchObject({ isKnown: true, missing: [] })
  })

  it('is put together the same whichever way its lines go', async () => {
    const lines = ['C1', 'C2', 'c1'].flatMap((number, at) =>
      ['10,00', '20,00', '-5,00'].map((amount, index) =>
        lineOf({
          number,
          amount,
          name: `Nom ${at}`,
          invoice: `F${index}`,
          due: `2026-11-1${index}`,
        }),
      ),
    )
    await world.open(ledger(...lines))
    const before = await world.customers()
    await world.open(ledger(...lines.toReversed()))
    expect(await world.customers()).toEqual(before)
    expect(
      before.map(({ customerNumber, name, invoices }) => [customerNumber, name, invoices]),
    ).toEqual(expect.arrayContaining([['C2', 'Nom 1', 3]]))
    expect(before).toHaveLength(2)
  })

  it('keeps a formula in a name as a text, and a name on two lines', async () => {
    await world.open(
      ledger(
        lineOf({ number: '', name: '"=HYPERLINK(""http://x"")"' }),
        lineOf({ number: '', name: '"Deux\nLignes"' }),
      ),
    )
    const names = (await world.customers({ sort: 'name' })).map(({ name }) => name)
    expect(names.toSorted()).toEqual(['=HYPERLINK("http://x")', 'Deux\nLignes'])
  })

  it('says that its lines are in two encodings, and reads both', async () => {
    const text = Buffer.concat([
      Buffer.from(`${header}\r\n${lineOf({ name: 'Škoda' })}\r\n`),
      Buffer.from(lineOf({ number: 'C2', name: 'Médor' }), 'latin1'),
    ])
    expect(await world.open(text)).toMatchObject({ isMixed: true })
    const names = (await world.customers({ sort: 'name' })).map(({ name }) => name)
    expect(names).toEqual(['Médor', 'Škoda'])
  })

  it('is read from a workbook, by sheet', async () => {
    const row = ['C1', 'Boulangerie A', new Date('2026-11-20T00:00:00Z'), -12.5, 'EUR']
    const names = ['Kunden-Nr.', 'Kunde', 'Fälligkeit', 'Betrag', 'Währung']
    const bytes = await writeXlsx({
      sheets: [
        { name: 'Offene Posten', rows: [names, row], columns: [{}, {}, { numFmt: 'yyyy-mm-dd' }] },
        { name: 'Alt', rows: [names, ['C2', 'B', '20.11.2026', 7, 'EUR']] },
      ],
    })
    const view = await world.open(bytes, 'posten.xlsx')
    expect(view).toMatchObject({ sheet: 'Offene Posten', sheets: ['Offene Posten', 'Alt'] })
    expect(owedOf(view)).toBe('-12.5')
    const other = dataOf(await world.service.change({ kind: 'sheet', sheet: 'Alt' })).view
    expect(other && owedOf(other)).toBe('7')
  })

  it('that is none leaves the one before as it is', async () => {
    await world.open(ledger(lineOf()))
    const before = await world.view()
    await expect(world.open(Buffer.from('%PDF-1.7'), 'a.pdf')).rejects.toThrow('table_not_a_table')
    await expect(world.open(header, 'b.csv')).rejects.toThrow('table_empty')
    const short = 'Nom;Échéance;Montant\n' + 'a;2026-01-01;1\n'.repeat(200_001)
    await expect(world.open(short, 'c.csv')).rejects.toThrow('ledger_too_many_lines')
    expect(await world.view()).toEqual(before)
  })

  it('leaves nothing in the store at a press, nor of what was said of it', async () => {
    await world.know({
      policies: [policy('p1')],
      buyers: [buyer('b-1', { name: 'Boulangerie Secrète' })],
      limits: [limit('1')],
    })
    const lines = Array.from({ length: 1_500 }, (_none, index) =>
      lineOf({
        number: `Klaverblad-${index}`,
        name: `Zonnebloem ${index}`,
        invoice: `Wisteria-${index}`,
      }),
    )
    await world.open(ledger(...lines))
    await world.open(ledger(...lines.toReversed()))
    const [one] = await world.customers()
    await world.service.match({ key: one?.key ?? '', buyerId: 'b-1' })
    await world.service.change({ kind: 'decimalSign', answer: 'comma' })
    dataOf(await world.service.remove({}))
    expect(await world.view()).toBeNull()
    expect(await world.customers()).toEqual([])
    await world.close()
    const bytes = world.bench.decrypted()
    expect(bytes).toContain('Boulangerie Secr')
    for (const word of [
      'Klaverblad',
      'Zonnebloem',
      'Wisteria',
      one?.key ?? 'none',
      'grand-livre',
    ]) {
      expect(bytes).not.toContain(word)
    }
    await world.startAgain()
    expect(await world.open(ledger(lineOf({ amount: '1.234' })))).toMatchObject({
      isKnown: false,
      questions: [{ kind: 'decimalSign' }],
    })
  })
})
