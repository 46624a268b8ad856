/** The servers that the bench sets against each other, each a process of its own. */
import { spawn } from 'node:child_process'
import { createWriteStream, readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { Failure } from '../lib/failure.mjs'
import { root } from '../lib/paths.mjs'
import { freePort, portalCommand, portalEnvironment } from '../lib/portal-process.ts'
import { stop, waitFor } from '../lib/processes.ts'

const startTimeoutMs = 30_000

export type Server = {
  readonly url: string
  /** The most memory that it has ever held, in MB (10^6 bytes); NaN where the system does not say. */
  readonly peakMemory: () => number
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1_000) })).ok
  } catch {
    return false
  }
}

/** `VmHWM` of Linux's process table, in KiB there. */
function peakMemoryOf(pid: number): number {
  try {
    const line = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))
    return (Number(line?.[1] ?? Number.NaN) * 1024) / 1e6
  } catch {
    return Number.NaN
  }
}

type Program = {
  readonly argumentsFor: (port: number) => readonly string[]
  readonly log: string
  readonly env?: Readonly<Record<string, string>>
}

/**
 * Starts `program` for the second time. The first start of a version strips and compiles every file,
 * which takes 30 MB, and leaves the result in Node's cache, as `npm run portal` does.
 */
async function startServer(program: Program, stack: AsyncDisposableStack): Promise<Server> {
  {
    await using first = new AsyncDisposableStack()
    await launch(program, first)
  }
  return launch(program, stack)
}

async function launch(
  { argumentsFor, log, env = {} }: Program,
  stack: AsyncDisposableStack,
): Promise<Server> {
  const port = await freePort(0)
  const child = spawn(process.execPath, [...argumentsFor(port)], {
    cwd: root,
    env: { ...portalEnvironment, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  stack.defer(() => stop(child))
  const file = createWriteStream(log)
  child.stdout.pipe(file)
  child.stderr.pipe(file)
  const url = `http://127.0.0.1:${port}`
  const outcome = await waitFor(
    async () => (child.exitCode !== null ? 'ended' : (await answers(url)) ? 'healthy' : null),
    { timeoutMs: startTimeoutMs },
  )
  if (outcome !== 'healthy') {
    throw new Failure(`${argumentsFor(port).join(' ')} did not start.`, `Its own words: ${log}`)
  }
  return { url, peakMemory: () => peakMemoryOf(child.pid ?? 0) }
}

export type MeasuredPortal = {
  /** More of what `serve` understands. */
  readonly flags?: readonly string[]
  /** Variables of its own, `DATABASE_URL` for one. */
  readonly env?: Readonly<Record<string, string>>
}

/** The portal as it is shipped, with its data in `data`; on SQLite where nothing else is said. */
export function startMeasuredPortal(
  data: string,
  stack: AsyncDisposableStack,
  { flags = [], env = {} }: MeasuredPortal = {},
): Promise<Server> {
  const argumentsFor = (port: number) => {
    return [...portalCommand, 'serve', '--port', String(port), '--data', data, ...flags]
  }
  return startServer({ argumentsFor, log: join(data, 'portal.log'), env }, stack)
}

/** The least that a server can do for the same requests; see `bare-routes.ts`. */
export function startBareRoutes(
  folder: string,
  passwordHash: string,
  stack: AsyncDisposableStack,
): Promise<Server> {
  const program = join(root, 'scripts', 'bench', 'bare-routes.ts')
  return startServer(
    {
      argumentsFor: (port) => [program, String(port), passwordHash],
      log: join(folder, 'bare-routes.log'),
      // The portal hashes on as many threads as there are cores; more of them here would only take
      // a larger share of a busy machine.
      env: { UV_THREADPOOL_SIZE: String(availableParallelism()) },
    },
    stack,
  )
}
