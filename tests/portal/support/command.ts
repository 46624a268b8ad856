/** A command as an operator types it, without the time that a process takes to start. */
import { CommanderError, type Command } from 'commander'
import { vi } from 'vitest'
import { createProgram } from '../../../src/portal/admin/program.ts'
import type { TestDatabase } from './databases.ts'

export type Ended = { readonly code: number; readonly out: string; readonly err: string }

/**
 * Runs a command to its end on the data of `place`: what it prints, and what its process would end with.
 * @param variables of its environment, beside those that say where the data are
 */
export async function typed(
  { dataFolder, databaseUrl }: Pick<TestDatabase, 'dataFolder' | 'databaseUrl'>,
  args: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<Ended> {
  const printed = { out: '', err: '' }
  const keep = (of: keyof typeof printed) => (chunk: string | Uint8Array) => {
    printed[of] += String(chunk)
    return true
  }
  const spies = [
    vi.spyOn(process.stdout, 'write').mockImplementation(keep('out')),
    vi.spyOn(process.stderr, 'write').mockImplementation(keep('err')),
  ]
  for (const [name, value] of Object.entries({ DATABASE_URL: databaseUrl, ...variables })) {
    vi.stubEnv(name, value)
  }
  const before = process.exitCode
  process.exitCode = undefined
  try {
    const refused = await refusalOf(args, dataFolder)
    return { code: refused ?? exitCode(), ...printed }
  } finally {
    process.exitCode = before
    vi.unstubAllEnvs()
    for (const spy of spies) spy.mockRestore()
  }
}

/** What the process would end with where the command line is no command; null where it is one. */
async function refusalOf(args: readonly string[], dataFolder: string): Promise<number | null> {
  const program = createProgram()
  stayAlive(program)
  try {
    await program.parseAsync([...args, '--data', dataFolder], { from: 'user' })
    return null
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode
    throw error
  }
}

const exitCode = () => Number(process.exitCode ?? 0)

/** Instead of ending the process of the tests. */
function stayAlive(command: Command): void {
  command.exitOverride()
  command.commands.forEach(stayAlive)
}
