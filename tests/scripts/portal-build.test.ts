/**
 * The portal as it is deployed: what the container file does, step by step and in its own words, in empty
 * folders, by a user who may write to nothing but the data. No container is made.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { root } from '../../scripts/lib/paths.mjs'
import { buildPortal } from '../../scripts/lib/portal-build.ts'
import { portalManifest } from '../../scripts/lib/portal-manifest.ts'
import { freePort } from '../../scripts/lib/portal-process.ts'
import { runCaptured } from '../../scripts/lib/processes.ts'
import { createClient } from '../portal/support/client.ts'
import { temporaryFolder } from './temporary-folder.ts'

const containerfile = readFileSync(join(root, 'deploy', 'Containerfile'), 'utf8').replaceAll(
  /\\\n/g,
  ' ',
)
const isRoot = process.getuid?.() === 0
/** Debian's `nobody`. */
const nobody = 65_534
const words = z.array(z.string())

/** The words of an instruction, which are JSON there: the last that begins so. */
function instruction(beginning: string): string[] {
  const line = containerfile.split('\n').findLast((one) => one.startsWith(beginning)) ?? ''
  return words.parse(JSON.parse(line.slice(line.indexOf('['))))
}

const read = (name: string) => readFileSync(join(root, name), 'utf8')
const entries = z.record(z.string(), z.looseObject({ dev: z.boolean().optional() }))
const lockSchema = z.object({ packages: entries })

test('installs what the project’s own lock file says, and fails where that does not know it', () => {
  const { manifest, lock } = portalManifest(read('package.json'), read('package-lock.json'))
  const { packages } = lockSchema.parse(lock)
  const project = lockSchema.parse(JSON.parse(read('package-lock.json'))).packages
  const names = Object.keys(packages).filter((name) => name !== '')
  expect(names).toContain('node_modules/@node-rs/argon2')
  expect(names).toContain('node_modules/@node-rs/argon2-linux-arm64-gnu')
  for (const name of names) expect({ ...packages[name], dev: true }).toEqual(project[name])
  const { dependencies } = z
    .object({ dependencies: z.record(z.string(), z.string()) })
    .parse(manifest)
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/)
  const without = { ...project }
  delete without['node_modules/@node-rs/argon2-linux-x64-gnu']
  const incomplete = JSON.stringify({ lockfileVersion: 3, packages: without })
  expect(() => portalManifest(read('package.json'), incomplete)).toThrow('argon2-linux-x64-gnu')
})

test('the container file names no other image than Node’s, by a version, and no registry', () => {
  const images = [...containerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image)
  expect(new Set(images)).toEqual(new Set(['node:24.21.0-bookworm-slim']))
  expect(containerfile).toMatch(/^USER node$/m)
  // What was installed for development is in no layer that is kept.
  const last = containerfile.slice(containerfile.lastIndexOf('FROM '))
  expect([...last.matchAll(/^COPY --from=(\w+)/gm)].map(([, stage]) => stage)).toEqual(['install'])
})

let built: string
const builds = mkdtempSync(join(tmpdir(), 'services-online-portal-'))
beforeAll(async () => {
  built = join(builds, 'portal')
  await buildPortal(built)
})
afterAll(() => rmSync(builds, { recursive: true, force: true }))

/** Runs `command` in `cwd` as somebody who owns nothing there. */
function spawnUnprivileged(command: readonly string[], cwd: string): ChildProcess {
  const dropped = ['setpriv', `--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups']
  const [program = '', ...args] = isRoot ? [...dropped, ...command] : command
  // Nothing of this environment, which the container has not either.
  const env = { PATH: process.env['PATH'], NODE_ENV: 'production' }
  return spawn(program, args, { cwd, env, stdio: ['ignore', 'pipe', 'inherit'] })
}

test('has no sources, no maps and no packages inside', () => {
  const names = readdirSync(built, { recursive: true, encoding: 'utf8' })
  const files = names.filter((name) => name.includes('.'))
  expect(files).toContain('LICENSES.md')
  expect(files.filter((name) => !/\.(js|json|md|conf|service)$/.test(name))).toEqual([])
  for (const name of files.filter((one) => one.endsWith('.js'))) {
    expect(readFileSync(join(built, name), 'utf8')).not.toMatch(/sourceMappingURL=(?!data:.*'|\$)/)
  }
})

test('is installed and used by the steps of the container file, with no right to write but to its data', async () => {
  const folder = temporaryFolder()
  chmodSync(folder, 0o755)
  const [code, data, node] = ['code', 'data', 'node'].map((name) => join(folder, name))
  if (code === undefined || data === undefined || node === undefined) throw new Error('No folder')
  cpSync(built, code, { recursive: true })
  // Where this Node is, nobody else may be let in.
  cpSync(process.execPath, node)
  const [npm, ...install] = instruction('RUN ["npm", "ci", "--omit=dev"')
  expect(npm).toBe('npm')
  const npmProgram = process.env['npm_execpath']
  const installed =
    npmProgram === undefined
      ? await runCaptured('npm', install, { cwd: code })
      : await runCaptured(process.execPath, [npmProgram, ...install], { cwd: code })
  expect(installed.code, installed.output).toBe(0)
  expect(readdirSync(join(code, 'node_modules')).filter((name) => !name.startsWith('.'))).toEqual([
    '@node-rs',
  ])
  mkdirSync(data, { mode: 0o700 })
  if (isRoot) chownSync(data, nobody, nobody)
  for (const name of ['.', ...readdirSync(code, { recursive: true, encoding: 'utf8' })]) {
    chmodSync(join(code, name), 0o555)
  }
  // So that whoever owns it can delete it again.
  onTestFinished(() => {
    for (const name of ['.', ...readdirSync(code, { recursive: true, encoding: 'utf8' })]) {
      chmodSync(join(code, name), 0o755)
    }
  })

  const [operations, port] = [await freePort(0), await freePort(0)]
  const here = new Map([
    ['node', node],
    ['0.0.0.0', '127.0.0.1'],
    ['/var/lib/portal', data],
    ['4181', String(operations)],
  ])
  const start = [...instruction('ENTRYPOINT'), ...instruction('CMD')].map(
    (word) => here.get(word) ?? word,
  )
  const portal = spawnUnprivileged([...start, '--port', String(port), '--demo'], code)
  onTestFinished(() => void portal.kill('SIGKILL'))
  if (portal.stdout === null) throw new Error('It has no output')
  const lines = createInterface(portal.stdout)
  const listening = Promise.withResolvers<void>()
  lines.on('line', (line) => {
    if (line.includes('"msg":"listening"')) listening.resolve()
  })
  portal.once('exit', (status) => listening.reject(new Error(`It ended with ${status}`)))
  await listening.promise

  const [, ...check] = instruction('HEALTHCHECK')
  const health = check.map((word) => word.replace('4181', String(operations)))
  const checked = spawnUnprivileged([node, ...health], code)
  expect((await once(checked, 'exit'))[0]).toBe(0)

  const client = createClient(`http://127.0.0.1:${port}`)
  const device = { name: 'Test', platform: 'linux' }
  const body = { username: 'marie.lambert', password: 'Confiance-En-Route-2026!', device }
  const { accessToken: token } = await client.succeed('sessionCreate', { body })
  expect(await client.succeed('me', { token })).toMatchObject({ username: 'marie.lambert' })
  const document = await fetch(`http://127.0.0.1:${port}/v1/openapi.json`)
  expect(document.status).toBe(200)
  const metrics = await fetch(`http://127.0.0.1:${operations}/metrics`)
  expect(await metrics.text()).toContain('portal_request_duration_seconds')
  // What sends messages is loaded when it is needed; so are the other commands.
  const program = instruction('ENTRYPOINT').map((word) => here.get(word) ?? word)
  const sending = spawnUnprivileged([...program, 'send-expiry-notices', '--data', data], code)
  expect((await once(sending, 'exit'))[0]).toBe(0)

  const ended = once(portal, 'exit')
  portal.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})
