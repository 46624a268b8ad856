/** Commands about figures: the rates that they are converted by, and whether they are what facts come to. */
import { readFileSync } from 'node:fs'
import type { Command } from 'commander'
import { isolate } from '../../shared/rules/isolate.ts'
import { CommandError } from '../platform/problem-error.ts'
import { print, withContext, withData, type Where } from './command-line.ts'

/** Adds `import-rates` and `verify-figures`, which fails where something differs. */
export function addFigures(program: Command): void {
  withData(program.command('import-rates'))
    .description('take over rates from a file of the European Central Bank')
    .argument('<file>', 'its history (eurofxref-hist.csv), or the file of one day (eurofxref.csv)')
    .action((file: string, where: Where) =>
      withContext(where, async (context) => {
        const { readRatesFile, writeRates } = await import('../credit/import-rates.ts')
        const rates = readRatesFile(textOf(file))
        await writeRates(context.db, rates)
        const { refreshOrderRates } = await import('../credit/order-rates.ts')
        await refreshOrderRates(context)
        const days = rates.map(({ rate_on: on }) => on).toSorted()
        const currencies = new Set(rates.map(({ currency }) => currency))
        print(
          days.length === 0
            ? 'No rates are in this file.'
            : `Rates: ${rates.length}, of ${currencies.size} currencies, from ${days[0]} to ${days.at(-1)}.`,
        )
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

/** @throws CommandError where it cannot be read */
function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    const why = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    throw new CommandError(`${file} cannot be read (${why}).`)
  }
}
