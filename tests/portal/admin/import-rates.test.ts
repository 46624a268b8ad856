/** Rates from the files of the European Central Bank: as they are, all or nothing. */
import { describe, expect, test } from 'vitest'
import { readRatesFile, writeRates } from '../../../src/portal/credit/import-rates.ts'
import { readRates } from '../../../src/portal/credit/rates.ts'
import { databaseKinds } from '../support/databases.ts'
import { startPortal } from '../support/portal.ts'

const history = [
  '\u{feff}Date,USD,GBP,BGN,HRK,',
  '2019-04-10,1.1279,0.86083,1.9558,N/A,',
  '2019-04-09,1.1277,,1.9558,7.4298,',
].join('\r\n')

const inShort = (text: string) =>
  readRatesFile(text).map(({ currency, rate_on, rate }) => `${rate_on} ${currency} ${rate}`)

const refusalOf = (text: string): string => {
  try {
    readRatesFile(text)
    return ''
  } catch (error) {
    return String(error)
  }
}

describe('a file of rates', () => {
  test('is read by the names of its columns; what is not there is left out', () => {
    expect(inShort(history)).toEqual([
      '2019-04-10 USD 1.1279',
      '2019-04-10 GBP 0.86083',
      '2019-04-10 BGN 1.9558',
      '2019-04-09 USD 1.1277',
      '2019-04-09 BGN 1.9558',
      '2019-04-09 HRK 7.4298',
    ])
    expect(inShort('GBP,Date\n0.86083,2019-04-10\n')).toEqual(['2019-04-10 GBP 0.86083'])
  })

  test('of one day writes its month in words, and spaces behind commas', () => {
    expect(inShort('Date, USD, JPY, \n28 March 2014, 1.3759, 140.9, \n')).toEqual([
      '2014-03-28 USD 1.3759',
      '2014-03-28 JPY 140.9',
    ])
  })

  test.each([
    ['Date,USD\n2019-04-10,1.1\n2019-13-40,1.1', 'Line 3: “2019-13-40” is no date'],
    ['Date,USD\n30 February 2019,1.1', 'Line 2: “30 February 2019” is no date'],
    ['Date,USD\n2019-04-10,-1', 'Line 2: “-1” is no rate of USD'],
    ['Date,USD\n2019-04-10,0', 'Line 2: “0” is no rate of USD'],
    ['Date,USD\n2019-04-10,"1,1"', 'Line 2: “1,1” is no rate of USD'],
    ['Date,USD,GBP\n2019-04-10,1.1', 'Line 2: it has 2 columns, the first line has 3'],
    ['Date,USD\n2019-04-10,1.1,7', 'Line 2: “7” is no rate'],
    ['Date,Dollar\n2019-04-10,1.1', 'Line 1: “DOLLAR” is no currency'],
    ['Date,USD,USD\n2019-04-10,1.1,1.2', 'Line 1: USD is named twice'],
    ['Date,USD\n2019-04-10,1.1\n2019-04-10,1.2', 'USD on 2019-04-10 stands there twice'],
    ['Date,USD\n2019-04-10,"1.1', 'Quote Not Closed'],
    ['Day;USD\n2019-04-10;1.1', 'names no column Date'],
    ['', 'names no column Date'],
  ])('%j is refused whole', (text, reason) => {
    expect(refusalOf(text)).toContain(reason)
  })

  test('names every line that cannot be read', () => {
    const refusal = refusalOf('Date,USD\nx,1\n2019-04-10,y\n2019-04-09,1.1')
    expect(refusal).toContain('Line 2')
    expect(refusal).toContain('Line 3')
    expect(refusal).toContain('Nothing was written.')
  })

  test.each(databaseKinds)('changes nothing the second time, on %s', async (kind) => {
    const it = await startPortal(kind)
    const { db } = it.portal.context
    await db.deleteFrom('currency_rates').execute()
    const all = () => db.selectFrom('currency_rates').selectAll().orderBy('rate').execute()
    await writeRates(db, readRatesFile(history))
    const first = await all()
    await writeRates(db, readRatesFile(history))
    expect(await all()).toEqual(first)
    expect(await readRates(db, ['USD', 'GBP', 'HRK'], '2019-04-17')).toEqual([
      { currency: 'USD', rate: '1.1279', date: '2019-04-10' },
      { currency: 'GBP', rate: '0.86083', date: '2019-04-10' },
      // Its last one is of the day before: eight days.
      { currency: 'HRK', rate: null, date: null },
    ])
    await it.stop()
  })
})
