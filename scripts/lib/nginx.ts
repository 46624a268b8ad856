/** nginx in front of portals for one test, from Debian's package, by the configuration that is deployed. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureDebianPackages } from './debian.ts'
import { Failure } from './failure.mjs'
import { root } from './paths.mjs'
import { freePort } from './portal-process.ts'
import { findProgram, runCaptured, startBackgroundProcess, stop, waitFor } from './processes.ts'

export type Nginx = {
  /** `https://localhost:…`. */
  readonly address: string
  /** What its certificate is checked with. */
  readonly certificate: string
  /** Everything that it has logged of requests so far. */
  readonly log: () => string
}

/** What the deployed configuration says, and what stands for it here. */
export function configurationFor(
  folder: string,
  port: number,
  upstreams: readonly [number, number],
): string {
  const file = join(root, 'deploy', 'nginx.conf')
  const replaced = new Map([
    ['listen 443 ssl http2;', `listen 127.0.0.1:${port} ssl http2;`],
    ['server_name portal.example;', 'server_name localhost;'],
    ['/etc/ssl/portal/fullchain.pem', join(folder, 'certificate.pem')],
    ['/etc/ssl/portal/privkey.pem', join(folder, 'key.pem')],
    ['/var/log/nginx/portal.log', join(folder, 'access.log')],
    ['/var/log/nginx/portal-error.log', join(folder, 'error.log')],
    ['server 127.0.0.1:4180 ', `server 127.0.0.1:${upstreams[0]} `],
    ['server 127.0.0.1:4190 ', `server 127.0.0.1:${upstreams[1]} `],
  ])
  let text = readFileSync(file, 'utf8')
  for (const [deployed, here] of replaced) {
    const parts = text.split(deployed)
    if (parts.length !== 2)
      throw new Failure(`${file} does not say once: ${deployed}`, 'See to it.')
    text = parts.join(here)
  }
  const isRoot = process.getuid?.() === 0
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (name) => `${name}_temp_path ${join(folder, name)};`,
  )
  return `${isRoot ? 'user root;' : ''}
    daemon off;
    worker_processes 2;
    pid ${join(folder, 'pid')};
    error_log ${join(folder, 'start.log')} warn;
    events { worker_connections 512; }
    http { ${temporary.join(' ')} ${text} }`
}

/**
 * Starts nginx before the portals at the ports `upstreams`; it ends with `stack`.
 * @throws {Failure} where Debian's package is missing, or it does not start
 */
export async function startNginx(
  upstreams: readonly [number, number],
  stack: AsyncDisposableStack,
): Promise<Nginx> {
  await ensureDebianPackages(['nginx'])
  const program = findProgram('nginx') ?? 'nginx'
  const folder = mkdtempSync(join(tmpdir(), 'services-online-nginx-'))
  stack.defer(() => rmSync(folder, { recursive: true, force: true }))
  const certificate = makeCertificate(folder)
  const port = await freePort(0)
  const configuration = join(folder, 'nginx.conf')
  writeFileSync(configuration, configurationFor(folder, port, upstreams))
  const args = ['-p', folder, '-e', join(folder, 'start.log'), '-c', configuration]
  const tested = await runCaptured(program, ['-t', ...args])
  if (tested.code !== 0)
    throw new Failure(`nginx refuses:\n${tested.output}`, 'See deploy/nginx.conf.')
  const child = startBackgroundProcess(program, args, { stdio: 'ignore' })
  stack.defer(() => stop(child))
  const log = join(folder, 'access.log')
  const pid = join(folder, 'pid')
  // Testing the configuration leaves an empty one.
  const hasStarted = () => existsSync(pid) && readFileSync(pid, 'utf8') !== ''
  const started = await waitFor(async () => (hasStarted() ? true : null), { timeoutMs: 20_000 })
  if (started === null) throw new Failure('nginx did not start.', `Its log is in ${folder}.`)
  return {
    address: `https://localhost:${port}`,
    certificate,
    log: () => readFileSync(log, 'utf8'),
  }
}

function makeCertificate(folder: string): string {
  const file = join(folder, 'certificate.pem')
  const request = '-x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2'
  const named = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1']
  const files = ['-keyout', join(folder, 'key.pem'), '-out', file]
  execFileSync('openssl', ['req', ...request.split(' '), ...named, ...files], { stdio: 'ignore' })
  return readFileSync(file, 'utf8')
}
