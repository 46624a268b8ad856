/** The insurer's side: what waits to be decided, decisions, reductions, ratings and messages. */
import { readFile } from 'node:fs/promises'
import type { Command } from 'commander'
import { z } from 'zod'
import { isPlainText } from '../../shared/contract/common.ts'
import { daySchema } from '../../shared/contract/credit/amounts.ts'
import { alertReasons, type AlertReason } from '../../shared/contract/credit/alerts.ts'
import { moneyOfUnits } from '../../shared/credit/minor-units.ts'
import { languages } from '../../shared/languages.ts'
import { isolate } from '../../shared/rules/isolate.ts'
import type { PositionChange } from '../credit/new-facts.ts'
import { pendingApplications } from '../credit/pending-applications.ts'
import { decideApplication, rateBuyer, reduceLimit, type Grant } from '../credit/underwriting.ts'
import { CommandError } from '../platform/problem-error.ts'
import { publishMessage, type MessageTexts } from '../servnet/publish.ts'
import { findAccount } from './accounts.ts'
import {
  parsed,
  policyNumber,
  print,
  printColumns,
  withContext,
  withData,
  type Where,
} from './command-line.ts'

/** Adds `pending`, `decide`, `reduce`, `rate` and `message` to `program`. */
export function addUnderwriting(program: Command): void {
  addPending(program)
  addDecide(program)
  addReduce(program)
  addRate(program)
  addMessage(program)
}

const amount = parsed(
  z.string().regex(/^\d{1,12}(\.\d{1,4})?$/, { error: 'It is no amount such as 25000.50.' }),
)
const day = parsed(daySchema)
const id = parsed(z.string().min(1).max(128).refine(isPlainText))
const reason = parsed(z.enum(alertReasons))
const reasons = `one of ${alertReasons.join(', ')}`
const rating = parsed(z.coerce.number().int().min(1).max(100))
const longestConditions = 2_000
const conditions = parsed(z.string().min(1).max(longestConditions).refine(isPlainText))

function addPending(program: Command): void {
  withData(program.command('pending'))
    .description('list the applications that wait for a decision, the oldest first')
    .action((where: Where) =>
      withContext(where, async ({ db }) => {
        const waiting = await pendingApplications(db)
        if (waiting.length === 0) print('No application waits for a decision.')
        for (const one of waiting) {
          const { amount: units, currency } = moneyOfUnits(BigInt(one.amount), one.currency)
          printColumns([
            one.id,
            one.applied_on,
            one.policy_id,
            one.buyer_id,
            one.name,
            one.country,
            one.kind,
            `${currency} ${units}`,
            one.rating === null ? 'unrated' : `rating ${one.rating}`,
          ])
        }
      }),
    )
}

type Decide = Where & {
  readonly application: string
  readonly grant: boolean
  readonly amount?: string
  readonly refuse: boolean
  readonly effective?: string
  readonly until?: string
  readonly conditions?: string
  readonly reason?: AlertReason
}

function addDecide(program: Command): void {
  withData(program.command('decide'))
    .description('decide an application, and tell everybody who sees the policy')
    .requiredOption('--application <id>', 'as `pending` lists it', id)
    .option('--grant', 'all that was applied for', false)
    .option('--amount <decimal>', 'a part of it, in the currency of the application', amount)
    .option('--refuse', 'nothing of it', false)
    .option('--effective <day>', 'from when on; else today, or as it was asked for', day)
    .option('--until <day>', 'the last day of a temporary limit', day)
    .option('--conditions <text>', 'what holds besides', conditions)
    .option('--reason <code>', reasons, reason)
    .action((options: Decide) =>
      withContext(options, async (context) => {
        const change = await decideApplication(context, {
          applicationId: options.application,
          grant: grantOf(options),
          effectiveOn: options.effective,
          endsOn: options.until,
          conditions: options.conditions,
          reason: options.reason,
        })
        print(`Decided: ${told(change)}`)
      }),
    )
}

function grantOf({ grant, amount: part, refuse }: Decide): Grant {
  const said = [grant, part !== undefined, refuse].filter(Boolean).length
  if (said !== 1) throw new CommandError('Say one of --grant, --amount and --refuse.')
  if (grant) return 'all'
  return part === undefined ? 'nothing' : { amount: part }
}

function told({ after }: PositionChange): string {
  const { amount: granted, currency } = moneyOfUnits(BigInt(after.granted ?? 0), after.currency)
  return `${after.status}, ${currency} ${granted} from ${after.effective_on ?? 'today'} on.`
}

type Reduce = Where & {
  readonly policy: string
  readonly buyer: string
  readonly to: string
  readonly atOnce: boolean
  readonly reason?: AlertReason
}

function addReduce(program: Command): void {
  withData(program.command('reduce'))
    .description('reduce a limit, or cancel it with --to 0, after the days of grace of its policy')
    .requiredOption('--policy <number>', 'of the limit', policyNumber)
    .requiredOption('--buyer <id>', 'of the limit', id)
    .requiredOption('--to <decimal>', 'what is left, in the currency of the limit', amount)
    .option('--at-once', 'without days of grace', false)
    .option('--reason <code>', reasons, reason)
    .action((options: Reduce) =>
      withContext(options, async (context) => {
        const change = await reduceLimit(context, {
          policyId: options.policy,
          buyerId: options.buyer,
          amount: options.to,
          atOnce: options.atOnce,
          reason: options.reason,
        })
        print(`Announced: ${told(change)}`)
      }),
    )
}

type Rate = Where & {
  readonly buyer: string
  readonly rating: number
  readonly reason?: AlertReason
}

function addRate(program: Command): void {
  withData(program.command('rate'))
    .description('rate a buyer from 1 to 100; higher is riskier')
    .requiredOption('--buyer <id>', 'whom', id)
    .requiredOption('--rating <number>', '1 to 100', rating)
    .option('--reason <code>', reasons, reason)
    .action((options: Rate) =>
      withContext(options, async (context) => {
        const former = await rateBuyer(context, {
          buyerId: options.buyer,
          rating: options.rating,
          reason: options.reason,
        })
        const before = former === null ? 'unrated' : String(former)
        print(`Rated: ${options.rating}; before, ${before}. Higher is riskier.`)
      }),
    )
}

const longestTitle = 300
const longestBody = 10_000
const titleSchema = z.string().trim().min(1).max(longestTitle).refine(isPlainText)
const bodySchema = z.string().trim().min(1).max(longestBody)
const textsSchema = z
  .partialRecord(z.enum(languages), z.strictObject({ title: titleSchema, body: bodySchema }))
  .refine((texts) => Object.keys(texts).length > 0)

type Message = Where & {
  readonly title?: string
  readonly body?: string
  readonly texts?: string
  readonly to?: string
}

function addMessage(program: Command): void {
  withData(program.command('message'))
    .description('write to everybody with Serv@Net, or to one person')
    .option('--title <text>', 'in one language, for readers of all', parsed(titleSchema))
    .option('--body <text>', 'what is to be read', parsed(bodySchema))
    .option(
      '--texts <file>',
      'JSON: {"fr": {"title": …, "body": …}, "nl": …}, in up to six languages',
    )
    .option('--to <username>', 'whom alone')
    .action((options: Message) =>
      withContext(options, async (context) => {
        const texts = await textsOf(options)
        const user = options.to === undefined ? null : await findAccount(context, options.to)
        const message = await publishMessage(context, texts, user?.id ?? null)
        print(`Message: ${message}`)
      }),
    )
}

async function textsOf({ title, body, texts }: Message): Promise<MessageTexts> {
  if (texts === undefined) {
    if (title === undefined || body === undefined) {
      throw new CommandError('Say --title and --body, or name a file with --texts.')
    }
    return { en: { title, body } }
  }
  const read = textsSchema.safeParse(parseJson(await contentOf(texts)))
  if (read.success) return read.data
  throw new CommandError(
    `${isolate(texts)} holds no texts by language (${languages.join(', ')}), each with a title and a body.`,
  )
}

async function contentOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch {
    throw new CommandError(`The file ${isolate(file)} cannot be read.`)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
