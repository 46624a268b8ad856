import { describe, expect, it } from 'vitest'
import { sumIn } from '../../../src/shared/credit/convert.ts'

/** The European Central Bank's of 10 April 2019, and a day without one for HUF. */
const rates = new Map([
  ['USD', '1.1279'],
  ['GBP', '0.86083'],
  ['JPY', '125.44'],
  ['HUF', null],
])
const money = (amount: string, currency: string) => ({ amount, currency })

describe('a sum in another currency', () => {
  it('goes by way of the euro, and is exact to four decimals', () => {
    expect(sumIn('USD', [money('1000.00', 'GBP')], rates)).toEqual(money('1310.2471', 'USD'))
    expect(sumIn('EUR', [money('0.10', 'EUR'), money('0.20', 'EUR')], rates)).toEqual(
      money('0.3', 'EUR'),
    )
  })

  it('loses nothing beyond what a binary number can hold', () => {
    const amounts = [money('9007199254740993.01', 'EUR'), money('0.01', 'EUR')]
    expect(sumIn('EUR', amounts, rates)).toEqual(money('9007199254740993.02', 'EUR'))
  })

  it('is not known where a currency in it has no rate, nor guessed', () => {
    expect(sumIn('USD', [money('1', 'EUR'), money('5', 'HUF')], rates)).toBeNull()
    expect(sumIn('HUF', [money('1', 'EUR')], rates)).toBeNull()
    expect(sumIn('USD', [money('1', 'XOF')], rates)).toBeNull()
  })

  it('needs no rate for what is in the currency already, and for nothing', () => {
    expect(sumIn('HUF', [money('5', 'HUF')], rates)).toEqual(money('5', 'HUF'))
    expect(sumIn('HUF', [], rates)).toEqual(money('0', 'HUF'))
    expect(sumIn('HUF', [money('0.00', 'XOF')], rates)).toEqual(money('0', 'HUF'))
  })
})
