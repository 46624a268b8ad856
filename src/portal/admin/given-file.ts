/** A file that a command is given, and what the portal would say of it to anybody. */
import { readFile } from 'node:fs/promises'
import { CommandError, problemBody, ProblemError } from '../platform/problem-error.ts'

/** @throws CommandError where there is no file that can be read */
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
