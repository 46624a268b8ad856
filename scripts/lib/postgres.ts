/** PostgreSQL servers for one run of the tests, from Debian's package. */
import { randomBytes } from 'node:crypto'
import { appendFileSync, chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { ensureDebianPackages, postgresqlPrograms } from './debian.ts'
import { Failure } from './failure.mjs'
import { freePort } from './portal-process.ts'
import { runCaptured } from './processes.ts'

export type PostgresServer = {
  /** Its `DATABASE_URL`. */
  readonly url: string
  /** What is its own; its data are in `data` there. */
  readonly folder: string
  readonly data: string
  readonly start: () => Promise<void>
  /** `immediate` ends it as a crash would. */
  readonly stop: (mode: 'fast' | 'immediate') => Promise<void>
  readonly restart: (mode: 'fast' | 'immediate') => Promise<void>
  /** Runs a program as the server's user, who may do anything to it. @throws {Failure} where it fails */
  readonly run: (command: string, args: readonly string[]) => Promise<void>
}

/**
 * Starts an empty server on a free port of loopback; it is gone with `stack`.
 * @returns its `DATABASE_URL`
 * @throws {Failure} where Debian's package is missing or the server does not start
 */
export async function startPostgres(stack: AsyncDisposableStack): Promise<string> {
  // Its data live for one run: they need not survive a power cut.
  const server = await createPostgres(stack, () => ({ fsync: 'off' }))
  return server.url
}

/**
 * As `startPostgres`, with all that can be done to a server.
 * @param settings by its folder: lines of its `postgresql.conf`
 * @throws {Failure} as that
 */
export async function createPostgres(
  stack: AsyncDisposableStack,
  settings: (folder: string) => Readonly<Record<string, string>>,
): Promise<PostgresServer> {
  await ensureDebianPackages(['postgresql'])
  const programs = postgresqlPrograms()
  if (programs === null) throw new Failure('PostgreSQL is missing.', 'apt-get install postgresql')
  const folder = mkdtempSync(join(tmpdir(), 'services-online-postgres-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  const password = randomBytes(16).toString('hex')
  const data = join(folder, 'data')
  const port = await freePort(0)
  const run = createRun(folder, programs, password)
  await initialise(folder, data, password, run)
  const written = { port: String(port), unix_socket_directories: folder, ...settings(folder) }
  const lines = Object.entries(written).map(([name, value]) => `${name} = '${value}'\n`)
  appendFileSync(join(data, 'postgresql.conf'), lines.join(''))

  const log = join(folder, 'log')
  const control = (...args: readonly string[]) =>
    run('pg_ctl', ['--pgdata', data, `--log=${log}`, '--wait', '--timeout=60', ...args])
  await control('start')
  stack.defer(() => control('--mode=immediate', 'stop').catch(() => undefined))
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    folder,
    data,
    start: () => control('start'),
    stop: (mode) => control(`--mode=${mode}`, 'stop'),
    restart: (mode) => control(`--mode=${mode}`, 'restart'),
    run,
  }
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function createRun(folder: string, programs: string, password: string): PostgresServer['run'] {
  const isRoot = process.getuid?.() === 0
  const path = `${programs}${delimiter}${process.env['PATH'] ?? ''}`
  const options = { cwd: folder, env: { ...process.env, PATH: path, PGPASSWORD: password } }
  return async (command, args) => {
    const { code, output } = isRoot
      ? await runCaptured('runuser', ['-u', 'postgres', '--', command, ...args], options)
      : await runCaptured(command, args, options)
    if (code !== 0) throw new Failure(`${command} failed:\n${output}`, `Its log is in ${folder}.`)
  }
}

async function initialise(
  folder: string,
  data: string,
  password: string,
  run: PostgresServer['run'],
): Promise<void> {
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  if (process.getuid?.() === 0) await runCaptured('chown', ['-R', 'postgres', folder])
  chmodSync(passwordFile, 0o600)
  await run('initdb', [
    `--pgdata=${data}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ])
}
