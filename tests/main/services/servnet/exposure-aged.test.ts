/** Ledgers that say how old amounts are, and not when they were due. */
import * as fc from 'fast-check'
import { writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest'
import { ageFieldNamed } from '../../../../src/main/services/servnet/exposure/ledger-ages.ts'
import { guessLedgerColumns } from '../../../../src/main/services/servnet/exposure/ledger-columns.ts'
import { languages } from '../../../../src/shared/languages.ts'
import { dataOf, startLedgerWorld, type LedgerWorld } from '../../support/ledger-world.ts'
import { buyer, limit, policy } from '../../support/portfolio-rows.ts'

describe('an age in the name of a column', () => {
  test.each([
    ['1-30', 'age_1_30'],
    ['0 - 30', 'age_1_30'],
    ['1–15 jours', 'age_1_30'],
    ['16 à 30 jours', 'age_1_30'],
    ['Retard 31 à 60 j', 'age_31_60'],
    ['31 TOT 60 DAGEN', 'age_31_60'],
    ['61 bis 90 Tage', 'age_61_90'],
    ['da 61 a 90 giorni', 'age_61_90'],
    ['91-120', 'age_over_90'],
    ['121 to 180 days', 'age_over_90'],
    ['> 90', 'age_over_90'],
    ['90+', 'age_over_90'],
    ['+90 jours', 'age_over_90'],
    ['Plus de 120 jours', 'age_over_90'],
    ['Über 90 Tage', 'age_over_90'],
    ['Más de 90 días', 'age_over_90'],
    ['120 and over', 'age_over_90'],
  ])('%s', (name, field) => {
    expect(ageFieldNamed(name)).toBe(field)
  })

  test.each([
    ['of two ages', '1-60'],
    ['backwards', '60-31'],
    ['of which more is older', '> 30'],
    ['an invoice', '2026-1-30'],
    ['a day', '1/30'],
    ['a number', '130'],
    ['an amount', '1-30,50'],
    ['nothing', ''],
  ])('%s is none: %s', (_, name) => {
    expect(ageFieldNamed(name)).toBeNull()
  })

  it('is one only beside a name that is known: an invoice is none', () => {
    expect(guessLedgerColumns(['C1', 'Boulangerie A', '24-29', '+352 691'])).toEqual([
      null,
      null,
      null,
      null,
    ])
  })

  it('takes a sum of theirs for what is owed, there alone', () => {
    expect(guessLedgerColumns(['Client', '1-30', '> 90', 'Total'])).toEqual([
      'name',
      'age_1_30',
      'age_over_90',
      'amount',
    ])
    expect(guessLedgerColumns(['Client', 'Échéance', 'Total'])).toEqual(['name', 'dueOn', null])
  })
})

describe('an aged ledger', () => {
  let stack: AsyncDisposableStack
  let world: LedgerWorld
  beforeEach(async () => {
    stack = new AsyncDisposableStack()
    world = await startLedgerWorld(stack)
    await world.know({
      policies: [policy('P1')],
      buyers: [buyer('b1', { name: 'Boulangerie A' })],
      limits: [limit('L1', { buyerId: 'b1', policyId: 'P1' })],
    })
  })
  afterEach(() => stack.disposeAsync())

  const header = 'Code client;Raison sociale;Non échu;1-30;31-60;61-90;91-120;> 120;Total'
  const row = 'C1;Boulangerie A;100,00;20,00;;-3,00;4,00;5,50;126,50'

  it('is read without a due date: each amount counts under its age, and the sum is the same', async () => {
    const view = await world.open([header, row].join('\n'))
    expect(view).toMatchObject({ missing: [], agedOn: '2026-11-30', problems: [] })
    expect(view.totals?.owed.amount?.amount).toBe('126.5')
    const ages = view.totals?.ages.map(({ band, amount }) => `${band} ${amount?.amount}`)
    expect(ages).toEqual(['not_due 100', '1_30 20', '31_60 0', '61_90 -3', 'over_90 9.5'])
  })

  it('is reported by the earliest day that its ages allow, and what is not due never', async () => {
    await world.open([header, row].join('\n'))
    const [customer] = await world.customers()
    // 91 days before 30 November; 60 days and 30 more.
    expect(customer).toMatchObject({
      oldestDueOn: '2026-08-31',
      mepEndsOn: '2026-10-30',
      reportBy: '2026-11-29',
      reporting: 'late',
      overdue: { amount: '26.5' },
    })
    world.state.now += 40 * 86_400_000
    const later = await world.view()
    expect(later?.asOf).toBe('2027-01-09')
    // Its ages are of the day on which they were counted, whichever day it is.
    expect(later?.totals?.ages.map(({ amount }) => amount?.amount)).toEqual([
      '100',
      '20',
      '0',
      '-3',
      '9.5',
    ])
    const detail = dataOf(await world.service.customer({ key: customer?.key ?? '' }))
    expect(detail.agedOn).toBe('2026-11-30')
    expect(detail.invoices.map(({ dueOn, daysOverdue }) => [dueOn, daysOverdue])).toEqual([
      ['2026-08-31', 131],
      ['2026-08-31', 131],
      ['2026-09-01', 130],
      ['2026-10-31', 70],
      [null, 0],
    ])
  })

  it.each([
    ['not due', '9,00;;;;;', null],
    ['1 to 30 days', ';9,00;;;;', '2026-10-31'],
    ['31 to 60', ';;9,00;;;', '2026-10-01'],
    ['61 to 90', ';;;9,00;;', '2026-09-01'],
    ['more than 90', ';;;;9,00;', '2026-08-31'],
  ])('takes what is %s for due on the earliest day of that', async (_, amounts, oldestDueOn) => {
    await world.open([header, `C1;Boulangerie A;${amounts};9,00`].join('\n'))
    expect(await world.customers()).toMatchObject([{ oldestDueOn }])
  })

  it('counts its ages from the day that the person says, also at the next start', async () => {
    await world.open([header, 'C1;Boulangerie A;;20,00;;;;;20,00'].join('\n'))
    const change = { kind: 'agedOn', day: '2026-10-31' } as const
    expect(dataOf(await world.service.change(change)).view?.agedOn).toBe('2026-10-31')
    await world.startAgain()
    const [customer] = await world.customers()
    expect(customer).toMatchObject({ oldestDueOn: '2026-10-01', daysOverdue: 60 })
  })

  it('leaves out what does not add up, and sums of other lines', async () => {
    const view = await world.open(
      [
        header,
        'C1;Boulangerie A;100,00;;;;;;130,00',
        'C2;Total;1,00;;;;;;1,00',
        ';Boucherie B;;;;;;;',
        ';Total général;101,00;;;;;;101,00',
        ';;101,00;;;;;;101,00',
        'Total;;101,00;;;;;;101,00',
      ].join('\n'),
    )
    expect(view.problems.map(({ place, field, code }) => `${place} ${field} ${code}`)).toEqual([
      '2 amount ages_differ',
      '4 age_not_due required',
      '5 name total_line',
      '6 name required',
      '7 name total_line',
    ])
    expect((await world.customers()).map(({ name }) => name)).toEqual(['Total'])
  })

  it('asks which sign is the decimal one where its ages leave that open', async () => {
    const view = await world.open('Client;1-30;31-60\nBoulangerie A;1.200;\n')
    expect(view.questions).toEqual([{ kind: 'decimalSign', sample: '1.200' }])
    const told = await world.service.change({ kind: 'decimalSign', answer: 'comma' })
    expect(dataOf(told).view?.totals?.owed.amount?.amount).toBe('1200')
  })

  it('has the same day on another sheet, and its own in another file', async () => {
    const rows = [
      ['Client', '1-30'],
      ['Boulangerie A', 10],
    ]
    await world.open(
      await writeXlsx({
        sheets: [
          { name: 'Octobre', rows },
          { name: 'Novembre', rows },
        ],
      }),
      'balance.xlsx',
    )
    await world.service.change({ kind: 'agedOn', day: '2026-10-31' })
    const other = await world.service.change({ kind: 'sheet', sheet: 'Novembre' })
    expect(dataOf(other).view).toMatchObject({ sheet: 'Novembre', agedOn: '2026-10-31' })
    expect((await world.open([header, row].join('\n'))).agedOn).toBe('2026-11-30')
  })

  it('is read by what a line far below tells of its amounts', async () => {
    const lines = Array.from({ length: 6_000 }, (_, at) => `C${at};Client ${at};1.200;`)
    const view = await world.open(
      ['Code client;Nom;1-30;31-60', ...lines, 'C9;Client 9;1,50;'].join('\n'),
    )
    expect(view.questions).toEqual([])
    expect(view.totals?.owed.amount?.amount).toBe('7200001.5')
  })

  it('keeps several columns of one age, and has due dates again where a column is said to be one', async () => {
    await world.open('Client;1-30;Autre\nBoulangerie A;10,00;2,00\n')
    const both = await world.service.change({ kind: 'column', at: 2, field: 'age_1_30' })
    const { view } = dataOf(both)
    expect(view?.columns.map(({ field }) => field)).toEqual(['name', 'age_1_30', 'age_1_30'])
    expect(view?.totals?.owed.amount?.amount).toBe('12')
    const dated = await world.service.change({ kind: 'column', at: 2, field: 'dueOn' })
    expect(dataOf(dated).view).toMatchObject({ agedOn: null, missing: ['amount'] })
  })

  it.each(languages)(
    'says in its calendar that its days are the earliest, in %s',
    async (language) => {
      world.state.language = language
      world.state.now = Date.parse('2026-11-30T09:00:00Z')
      await world.open([header, 'C1;Boulangerie A;;;20,00;;;;20,00'].join('\n'))
      const { days, text } = await world.exportDays()
      expect(days).toBeGreaterThan(0)
      const words = text.replaceAll('\r\n ', '')
      expect(words).toMatch(
        /au plus tôt|op zijn vroegst|at the earliest|frühestens|como pronto|non prima/,
      )
    },
  )

  it('is the ledger of its due dates, whichever day in an age each was due', async () => {
    const amounts = fc.array(fc.integer({ min: -5_000, max: 90_000 }), {
      minLength: 6,
      maxLength: 6,
    })
    await fc.assert(
      fc.asyncProperty(amounts, async (cents) => {
        const written = cents.map((each) => (each / 100).toFixed(2).replace('.', ','))
        const sum = cents.reduce((all, each) => all + each, 0)
        const total = (sum / 100).toFixed(2).replace('.', ',')
        const aged = await world.open(
          [header, ['C1', 'Boulangerie A', ...written, total].join(';')].join('\n'),
        )
        const due = [
          '2026-12-05',
          '2026-11-12',
          '2026-10-20',
          '2026-09-14',
          '2026-08-20',
          '2026-06-01',
        ]
        const dated = await world.open(
          [
            'Code client;Raison sociale;Échéance;Montant',
            ...written.map((amount, at) => `C1;Boulangerie A;${due[at]};${amount}`),
          ].join('\n'),
        )
        expect(aged.totals?.ages).toEqual(dated.totals?.ages)
        expect(aged.totals?.owed).toEqual(dated.totals?.owed)
        expect(aged.totals?.over).toEqual(dated.totals?.over)
      }),
      { numRuns: 6 },
    )
  })
})
