/**
 * What the portal says of a PostgreSQL server that it cannot use. Most of these are played by a server of
 * a few bytes: it answers as the real one does.
 */
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { TLSSocket } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createDatabase, databaseKinds, type TestDatabase } from '../support/databases.ts'
import { runCommand } from '../support/process.ts'

const secret = 'hush-hush'

/** A message of PostgreSQL's protocol. */
function message(type: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeInt32BE(body.length + 4)
  return Buffer.concat([Buffer.from(type), length, body])
}
const failure = (code: string, text: string) =>
  message('E', Buffer.from(`SFATAL\0C${code}\0M${text}\0\0`))
const integer = (value: number, bytes: 2 | 4) => {
  const buffer = Buffer.alloc(bytes)
  buffer.writeIntBE(value, 0, bytes)
  return buffer
}
const ready = message('Z', Buffer.from('I'))
const welcome = Buffer.concat([message('R', integer(0, 4)), ready])
/** One row with one value. */
function row(name: string, value: string): Buffer {
  const column = [
    integer(0, 4),
    integer(0, 2),
    integer(25, 4),
    integer(-1, 2),
    integer(-1, 4),
    integer(0, 2),
  ]
  return Buffer.concat([
    message('T', Buffer.concat([integer(1, 2), Buffer.from(`${name}\0`), ...column])),
    message('D', Buffer.concat([integer(1, 2), integer(value.length, 4), Buffer.from(value)])),
    message('C', Buffer.from('SHOW\0')),
    ready,
  ])
}

/** Answers the first thing it hears, and hangs up. */
const answering = (bytes: Buffer) => (socket: Socket) =>
  socket.once('data', () => socket.end(bytes))

describe('a PostgreSQL server that cannot be used', () => {
  let database: TestDatabase
  let server: Server | null = null
  beforeEach(async () => {
    database = await createDatabase('SQLite')
  })
  afterEach(async () => {
    server?.close()
    server = null
    await database.remove()
  })

  /** Serves `answer` on a free port, and answers what `list` says of it. */
  async function saidOf(answer: (socket: Socket) => void, query = '') {
    server = createServer((socket) => {
      socket.on('error', () => undefined)
      answer(socket)
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('It listens on no port')
    const DATABASE_URL = `postgres://portal:${secret}@127.0.0.1:${address.port}/portal${query}`
    return say(DATABASE_URL)
  }
  async function say(DATABASE_URL: string) {
    const { code, out, err } = await runCommand(database, ['list'], { DATABASE_URL })
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err).toMatch(/^The PostgreSQL server at [^\n]+\.\n$/)
    expect(err).not.toContain(secret)
    return err
  }

  test.each(['require', 'verify-full', 'prefer'])(
    'has no TLS where sslmode=%s asks for it',
    async (mode) => {
      const said = await saidOf(answering(Buffer.from('N')), `?sslmode=${mode}`)
      expect(said).toContain('takes no TLS')
      expect(said).toContain('sslmode=disable')
    },
  )

  test.each([
    ['28P01', 'password authentication failed for user "portal"', 'name and password'],
    ['28000', 'no pg_hba.conf entry for host "x", no encryption', 'sslmode=require'],
    ['28000', 'no pg_hba.conf entry for host "x", SSL encryption', 'pg_hba.conf'],
    ['3D000', 'database "portal" does not exist', 'has no database portal: create it'],
    ['53300', 'sorry, too many clients already', 'max_connections'],
    ['57P03', 'the database system is starting up', 'try again in a moment'],
  ])('refuses with %s: %s', async (code, text, words) => {
    expect(await saidOf(answering(failure(code, text)))).toContain(words)
  })

  test('is too old', async () => {
    const said = await saidOf((socket) => {
      socket.once('data', () => {
        socket.once('data', () => socket.write(row('server_version_num', '90624')))
        socket.write(welcome)
      })
    })
    expect(said).toContain('is version 9: the portal needs 14 or later')
  })

  test('is something else', async () => {
    expect(await saidOf((socket) => socket.destroy())).toContain('broke the connection off')
  })

  test('is nowhere', async () => {
    const host = await say(`postgres://portal:${secret}@no-such-host.invalid/portal`)
    expect(host).toContain('cannot be found')
    expect(await say(`postgres://portal:${secret}@127.0.0.1:1/portal`)).toContain('does not answer')
  })

  test('shows a certificate that nobody vouches for', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'services-online-certificate-'))
    const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
    const request = [
      'req',
      '-x509',
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:P-256',
      '-nodes',
    ]
    const named = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1']
    const files = ['-keyout', key, '-out', cert, '-days', '2']
    execFileSync('openssl', [...request, ...named, ...files], { stdio: 'ignore' })
    const serve = (socket: Socket) =>
      socket.once('data', () => {
        socket.write('S')
        const secure = new TLSSocket(socket, {
          isServer: true,
          key: readFileSync(key),
          cert: readFileSync(cert),
        })
        secure.on('error', () => undefined)
        secure.once('data', () => secure.end(failure('3D000', 'database "portal" does not exist')))
      })
    expect(await saidOf(serve, '?sslmode=require')).toContain('not trusted')
    server?.close()
    const trusted = `?sslmode=verify-full&sslrootcert=${encodeURIComponent(cert)}`
    expect(await saidOf(serve, trusted)).toContain('has no database')
    server?.close()
    const missing = `?sslmode=verify-full&sslrootcert=${encodeURIComponent(join(folder, 'none'))}`
    expect(await saidOf(serve, missing)).toContain('cannot be read')
    rmSync(folder, { recursive: true })
  })
})

describe.runIf(databaseKinds.includes('PostgreSQL'))('a real server', () => {
  test.each([
    ['?sslmode=require', (url: URL) => url, 'takes no TLS'],
    [
      'a wrong password',
      (url: URL) => Object.assign(url, { password: secret }),
      'name and password',
    ],
    ['no password', (url: URL) => Object.assign(url, { password: '' }), 'asks for a password'],
    [
      'a database that is not there',
      (url: URL) => Object.assign(url, { pathname: '/none' }),
      'create it',
    ],
  ])('that is given %s says the same', async (query, alter, words) => {
    const database = await createDatabase('PostgreSQL')
    const url = alter(new URL(database.databaseUrl ?? ''))
    if (query.startsWith('?')) url.search = query
    const { code, err } = await runCommand(database, ['list'], { DATABASE_URL: url.href })
    expect(code).toBe(1)
    expect(err).toContain(words)
    expect(err).not.toContain(secret)
    await database.remove()
  })
})
