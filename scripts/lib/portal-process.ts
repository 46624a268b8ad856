/** The reference portal as a process of its own. */
import { createWriteStream, mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { Failure } from './failure.mjs'
import { root } from './paths.mjs'
import { startBackgroundProcess, stop, waitFor } from './processes.ts'

/** Its sources, unless a run of tests has built it. */
export const portalProgram = process.env['PORTAL_PROGRAM'] ?? join(root, 'src', 'portal', 'main.ts')
/**
 * Node's arguments that run the portal. Requests leave little that lasts, so a small young
 * generation holds them as well as Node's own size would, in some 20 MB less. Half of it again costs
 * a third of the reads.
 */
export const portalCommand = ['--max-semi-space-size=4', portalProgram]
/** Compiled code is kept between starts: without TypeScript's parser one takes 20 MB less. */
export const portalEnvironment = {
  NODE_COMPILE_CACHE: join(root, 'node_modules', '.cache', 'node'),
  ...process.env,
}
/** The port that the documentation speaks of; the app is pointed at whichever is free. */
const usualPort = 4180
/** Generous: a machine that builds something else at the same time is slow. */
const startTimeoutMs = 120_000

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(null))
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      const found = typeof address === 'object' && address !== null ? address.port : null
      server.close(() => resolve(found))
    })
  })
}

/** `preferred` where it is free, else any other port on loopback. */
export async function freePort(preferred = usualPort): Promise<number> {
  const port = (await tryPort(preferred)) ?? (await tryPort(0))
  if (port === null) throw new Failure('No port is free on 127.0.0.1.', 'Close some programs.')
  return port
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    const answer = await fetch(`${url}/healthz`, { signal: AbortSignal.timeout(1_000) })
    return answer.ok
  } catch {
    return false
  }
}

export type PortalOptions = {
  /** Where it keeps its database and mail; its log lies beside, as `portal.log`. */
  readonly folder: string
  readonly port: number
  /** Whether the demonstration's large portfolio stays as small as it begins: growing takes a core. */
  readonly isSmall?: boolean
  /** More of what `serve` understands. */
  readonly flags?: readonly string[]
  /** Variables of its own, `SMTP_URL` for one. */
  readonly env?: Readonly<Record<string, string>>
}

/** Where the portal in `folder` writes its log. */
export const portalLog = (folder: string) => join(folder, 'portal.log')

/**
 * Starts the portal with its demo data and waits until it can serve; it ends with `stack`.
 * @returns its address
 * @throws {Failure} where it ends or does not answer; names its log
 */
export async function startPortal(
  { folder, port, isSmall = false, flags = [], env = {} }: PortalOptions,
  stack: AsyncDisposableStack,
): Promise<string> {
  mkdirSync(folder, { recursive: true })
  const log = portalLog(folder)
  const demo = isSmall ? ['--demo', '--demo-buyers', '0'] : ['--demo']
  const child = startBackgroundProcess(
    process.execPath,
    [...portalCommand, 'serve', '--port', String(port), '--data', folder, ...demo, ...flags],
    { cwd: root, env: { ...portalEnvironment, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  stack.defer(() => stop(child))
  const file = createWriteStream(log)
  child.stdout?.pipe(file)
  child.stderr?.pipe(file)
  const url = `http://127.0.0.1:${port}`
  const outcome = await waitFor(
    async () => {
      if (child.exitCode !== null) return 'ended'
      return (await isHealthy(url)) ? 'healthy' : null
    },
    { timeoutMs: startTimeoutMs },
  )
  if (outcome === 'healthy') return url
  throw new Failure(
    outcome === 'ended' ? 'The portal did not start.' : 'The portal does not answer.',
    `Its own words are in ${log}. To begin with fresh data, delete ${folder}.`,
  )
}
