/** The command that invents a portfolio, for benches and for trying things out. */
import type { Command } from 'commander'
import { z } from 'zod'
import { generatePortfolio } from '../demo/generator/generate-portfolio.ts'
import { parsed, print, withContext, withData, type Where } from './command-line.ts'

const count = parsed(z.coerce.number().int().min(1).max(1_000_000))
const policyCount = parsed(z.coerce.number().int().min(1).max(500))
/** It becomes a part of numbers that people type. */
const seed = parsed(z.string().regex(/^[a-z0-9]{1,20}$/, { error: 'Small letters and digits.' }))
const isoDay = parsed(z.iso.date({ error: 'A day, such as 2026-11-30.' }))

type Options = Where & {
  readonly buyers: number
  readonly policies: number
  readonly seed: string
  readonly until?: string
}

/** Adds `generate`, whose portfolio is the same for the same seed, size and day. */
export function addGenerate(program: Command): void {
  withData(program.command('generate'))
    .description('invent a policyholder with policies, buyers and two years of decisions')
    .requiredOption('--buyers <count>', 'how many', count)
    .requiredOption('--policies <count>', 'how many they are spread over', policyCount)
    .option('--seed <text>', 'another one is another portfolio', seed, 'invented')
    .option('--until <day>', 'the last day of it; today unless said otherwise', isoDay)
    .action((options: Options) =>
      withContext(options, async (context) => {
        const until = options.until === undefined ? context.now() : endOf(options.until)
        const { organisationId, policyIds } = await generatePortfolio(context, {
          ...options,
          until,
        })
        print(`Organisation: ${organisationId}`)
        print(`Policies:     ${policyIds.join(',')}`)
      }),
    )
}

function endOf(day: string): number {
  return Date.parse(`${day}T23:59:59.999Z`)
}
