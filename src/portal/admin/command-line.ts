/** What commands have in common: their options, their refusals, what they print. */
import { readFile } from 'node:fs/promises'
import { InvalidArgumentError, type Command } from 'commander'
import { z } from 'zod'
import { isPlainText, serviceIdSchema, usernameSchema } from '../../shared/contract/common.ts'
import { isolate } from '../../shared/rules/isolate.ts'
import { visibleText } from '../../shared/rules/typed-text.ts'
import { CommandError, problemBody, ProblemError } from '../platform/problem-error.ts'
import type { Context } from '../identity/context.ts'
import { openingFailure } from '../platform/db/errors.ts'
import { openContext } from '../portal.ts'
import { environment } from './environment.ts'

const defaultFolder = '.data/portal'

export type Where = { readonly data: string }

/** Adds `--data`, the folder of the database. */
export function withData(command: Command): Command {
  return command.option('--data <folder>', 'folder of the database', defaultFolder)
}

/** Adds `--data` and `--username`, which must name an account. */
export function forUsername(command: Command): Command {
  return withData(command).requiredOption(
    '--username <name>',
    'whose account',
    parsed(usernameSchema),
  )
}

/** Turns a schema into commander's way of refusing an option. */
export function parsed<Output>(schema: z.ZodType<Output>): (text: string) => Output {
  return (text) => {
    const result = schema.safeParse(text)
    if (result.success) return result.data
    throw new InvalidArgumentError(result.error.issues.map((issue) => issue.message).join(' '))
  }
}

/** Services, separated by commas. */
export const serviceList = parsed(
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(serviceIdSchema).min(1)),
)

/** Longer than any number that is printed on a policy. */
const longestPolicyNumber = 64
const policyNumberSchema = z
  .string()
  .overwrite(visibleText)
  .min(1)
  .max(longestPolicyNumber)
  .refine((text) => isPlainText(text) && !text.includes(','), { error: 'It is no policy number.' })

export const policyNumber = parsed(policyNumberSchema)

/** Numbers of policies, separated by commas; each once. */
export const policyList = parsed(
  z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(policyNumberSchema).min(1))
    .transform((numbers) => [...new Set(numbers)]),
)

/** Runs `task` on the opened database, and closes it. */
export async function withContext(
  where: Where,
  task: (context: Context) => Promise<void>,
): Promise<void> {
  await refusingInWords(async () => {
    const context = await openContext({ dataFolder: where.data, ...environment() })
    try {
      await task(context)
    } finally {
      await context.db.destroy()
    }
  })
}

/**
 * Runs `task`; what whoever typed the command can see to is printed as a sentence, and fails it.
 * @throws whatever else `task` throws
 */
export async function refusingInWords(task: () => Promise<void>): Promise<void> {
  try {
    await task()
  } catch (error) {
    const sentence = sentenceOf(error)
    if (sentence === null) throw error
    process.stderr.write(`${sentence}\n`)
    process.exitCode = 1
  }
}

function sentenceOf(error: unknown): string | null {
  if (error instanceof CommandError) return error.message
  const reason = openingFailure(error)
  if (reason === null) return null
  return `The portal cannot use its data (${reason}): see to DATABASE_URL, or to the folder that --data names.`
}

/** Writes `text` and the end of its line to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** Writes a line of columns with a tab between them: a name that has line breaks or tabs keeps to its own. */
export function printColumns(columns: readonly string[]): void {
  print(columns.map((column) => isolate(column.replaceAll(/\s+/g, ' '))).join('\t'))
}

/** What is in a file that a command is given. @throws CommandError where there is none that can be read */
export async function contentOf(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path)
  } catch (cause) {
    throw new CommandError(`${path} cannot be read.`, { cause })
  }
}

/**
 * For what a command writes of it: a refusal in the words that anybody gets.
 * @throws CommandError for what the portal would refuse of anybody, else what was thrown
 */
export function refusedInWords(error: unknown): never {
  if (!(error instanceof ProblemError)) throw error
  throw new CommandError(`${problemBody(error.code).title}: nothing was added.`)
}
