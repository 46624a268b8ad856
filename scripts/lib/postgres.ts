/** A PostgreSQL server for one run of the tests, from Debian's package. */
import { randomBytes } from 'node:crypto'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDebianPackages, postgresqlPrograms } from './debian.ts'
import { Failure } from './failure.mjs'
import { freePort } from './portal-process.ts'
import { runCaptured } from './processes.ts'

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
async function runAsServer(folder: string, command: string, args: readonly string[]) {
  const isRoot = process.getuid?.() === 0
  return isRoot
    ? runCaptured('runuser', ['-u', 'postgres', '--', command, ...args], { cwd: folder })
    : runCaptured(command, args, { cwd: folder })
}

/**
 * Starts an empty server on a free port of loopback; it is gone with `stack`.
 * @returns its `DATABASE_URL`
 * @throws {Failure} where Debian's package is missing or the server does not start
 */
export async function startPostgres(stack: AsyncDisposableStack): Promise<string> {
  await ensureDebianPackages(['postgresql'])
  const programs = postgresqlPrograms()
  if (programs === null) throw new Failure('PostgreSQL is missing.', 'apt-get install postgresql')
  const folder = mkdtempSync(join(tmpdir(), 'services-online-postgres-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  const password = randomBytes(16).toString('hex')
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, password)
  if (process.getuid?.() === 0) await runCaptured('chown', ['-R', 'postgres', folder])
  chmodSync(passwordFile, 0o600)

  const data = join(folder, 'data')
  const init = await runAsServer(folder, join(programs, 'initdb'), [
    `--pgdata=${data}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--no-sync',
  ])
  if (init.code !== 0) {
    throw new Failure(`initdb failed:\n${init.output}`, 'See that /tmp has 200 MB free.')
  }
  const port = await freePort(0)
  // Its data lives for one run: it need not survive a power cut.
  const options = `-p ${port} -k ${folder} -c listen_addresses=127.0.0.1 -c fsync=off`
  const control = join(programs, 'pg_ctl')
  const log = join(folder, 'log')
  const start = await runAsServer(folder, control, [
    '--pgdata',
    data,
    `--log=${log}`,
    '--wait',
    '--timeout=60',
    `--options=${options}`,
    'start',
  ])
  if (start.code !== 0) {
    throw new Failure(`PostgreSQL did not start:\n${start.output}`, 'Run the tests again.')
  }
  stack.defer(async () => {
    await runAsServer(folder, control, ['--pgdata', data, '--wait', '--mode=fast', 'stop'])
  })
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`
}
