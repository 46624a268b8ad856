/** Commands about figures: the rates that they are converted by, and whether they are what facts come to. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { isolate } from '../../shared/rules/isolate.ts'
import type { ReadRate } from '../credit/import-rates.ts'
import { CommandError } from '../platform/problem-error.ts'
import { print, withContext, withData, type Where } from './command-line.ts'

/** Adds `import-rates` and `verify-figures`, which fails where something differs. */
export function addFigures(program: Command): void {
  withData(program.command('import-rates'))
    .description('take over rates from a file of the European Central Bank')
    .argument('<file>', 'its history (eurofxref-hist.csv), or the file of one day (eurofxref.csv)')
    .action((file: string, where: Where) =>
      withContext(where, async (context) => {
        const { importRates, readRatesFile } = await import('../credit/import-rates.ts')
        const rates = readRatesFile(textOf(file))
        const written = await importRates(context, rates)
        const { refreshOrderRates } = await import('../credit/order-rates.ts')
        await refreshOrderRates(context)
        print(sentenceOf(rates, written))
      }),
    )
  withData(program.command('verify-figures'))
    .description('recompute positions and figures from the facts, and name every difference')
    .action((where: Where) =>
      withContext(where, async (context) => {
        const { verifyFigures } = await import('../credit/verify-figures.ts')
        let differences = 0
        const buyers = await verifyFigures(context, (difference) => {
          differences += 1
          const { policies, buyer, figure, currency, day, kept, recomputed } = difference
          const place = [policies.join('+'), buyer, figure, currency, day].filter(
            (part) => part !== null,
          )
          print(`${place.map(isolate).join(', ')}: kept ${kept}, recomputed ${recomputed}`)
        })
        print(`Checked: ${buyers} buyers. Differences: ${differences}.`)
        if (differences > 0) process.exitCode = 1
      }),
    )
}

function sentenceOf(rates: readonly ReadRate[], written: number): string {
  const days = rates.map(({ rate_on: on }) => on).toSorted()
  const [first] = days
  if (first === undefined) return 'No rates are in this file.'
  const currencies = new Set(rates.map(({ currency }) => currency)).size
  return `Rates: ${rates.length}, of ${currencies} currencies, from ${first} to ${days.at(-1)}. New or changed: ${written}.`
}

/** @throws CommandError where it cannot be read */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CommandError(`${file} cannot be read (${why}).`)
  }
}
