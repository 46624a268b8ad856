/** The portal as a process of its own, as people run it. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { z } from 'zod'
import { portalProgram } from '../../../scripts/lib/portal-process.ts'
import type { TestDatabase } from './databases.ts'

const lineSchema = z.object({
  msg: z.string(),
  address: z.string().optional(),
  operations: z.string().optional(),
})

export type PortalProcess = {
  readonly child: ChildProcess
  readonly address: string
  /** Where it tells how it is; empty where it was not asked to. */
  readonly operations: string
  /** Everything it has logged so far. */
  readonly log: () => string
  /** Ends it with `signal` and answers its exit code, null where the signal cut it short. */
  readonly end: (signal: 'SIGKILL' | 'SIGTERM') => Promise<number | null>
}

/** Variables of the portal's own; those of the test's environment do not reach it. */
type Variables = Readonly<
  Partial<
    Record<'SMTP_URL' | 'MAIL_FROM' | 'DATABASE_URL' | 'PORTAL_PEPPER' | 'NODE_OPTIONS', string>
  >
>

function environment({ databaseUrl }: TestDatabase, variables: Variables): NodeJS.ProcessEnv {
  const {
    DATABASE_URL: _,
    SMTP_URL: __,
    MAIL_FROM: ___,
    PORTAL_PEPPER: ____,
    ...rest
  } = process.env
  return { ...rest, ...(databaseUrl !== undefined && { DATABASE_URL: databaseUrl }), ...variables }
}

/** Of the demonstration's large portfolio only what is there from the start. */
const few = (args: readonly string[]) => (args.includes('--demo') ? ['--demo-buyers', '0'] : [])

/** Starts `serve` on any port and waits for it to listen. @throws when it ends before that */
export async function spawnPortal(
  database: TestDatabase,
  args: readonly string[] = ['--demo'],
  variables: Variables = {},
): Promise<PortalProcess> {
  const child = spawn(
    process.execPath,
    [portalProgram, 'serve', '--port', '0', '--data', database.dataFolder, ...args, ...few(args)],
    { stdio: ['ignore', 'pipe', 'pipe'], env: environment(database, variables) },
  )
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => {
    log += chunk.toString()
  })
  let operations = ''
  const address = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      log += `${line}\n`
      const parsed = lineSchema.parse(JSON.parse(line))
      operations = parsed.operations ?? operations
      if (parsed.msg === 'listening' && parsed.address !== undefined) resolve(parsed.address)
    })
    child.once('exit', (code) => reject(new Error(`The portal ended with ${code}:\n${log}`)))
  })
  return {
    child,
    address,
    operations,
    log: () => log,
    end: async (signal) => {
      const ended = once(child, 'close')
      child.kill(signal)
      // Terminals and npm pass a signal on a second time.
      child.kill(signal)
      await ended
      // The second may reach it when it has closed and is about to end: then it has done its work.
      const closed = signal === 'SIGTERM' && log.includes('"msg":"closed"')
      return child.exitCode ?? (closed ? 0 : null)
    },
  }
}

/** Runs one command to its end. */
export async function runCommand(
  database: TestDatabase,
  args: readonly string[],
  variables: Variables = {},
): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, [portalProgram, ...args, '--data', database.dataFolder], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: environment(database, variables),
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk: Buffer) => {
    out += chunk.toString()
  })
  child.stderr.on('data', (chunk: Buffer) => {
    err += chunk.toString()
  })
  await once(child, 'close')
  return { code: child.exitCode, out, err }
}
